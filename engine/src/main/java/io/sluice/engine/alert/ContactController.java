package io.sluice.engine.alert;

import io.sluice.engine.alert.Contact.Kind;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}")
class ContactController {
  private static final int MOST = 50;
  private static final int ADDRESS_LENGTH = 2_000;
  private static final int NAME_LENGTH = 200;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{2,30}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");

  private final ContactRows contacts;
  private final Campaigns campaigns;

  ContactController(ContactRows contacts, Campaigns campaigns) {
    this.contacts = contacts;
    this.campaigns = campaigns;
  }

  @Operation(summary = "Who hears of trouble in any campaign of the workspace")
  @GetMapping("/alert-contacts")
  List<Contact> ofWorkspace(@PathVariable Workspace workspace) {
    return contacts.all(workspace.id(), ContactRows.WHOLE_WORKSPACE);
  }

  @Operation(
      summary = "Replaces those who hear of trouble in any campaign",
      description =
          "A robot is the web hook of a chat: wecom, dingtalk, feishu or slack says in which form"
              + " it takes messages.")
  @PutMapping("/alert-contacts")
  List<Contact> putOfWorkspace(@PathVariable Workspace workspace, @RequestBody List<Contact> body) {
    contacts.put(workspace.id(), ContactRows.WHOLE_WORKSPACE, checked(body));
    return ofWorkspace(workspace);
  }

  @Operation(summary = "Who hears of trouble in a campaign besides those of the workspace")
  @GetMapping("/campaigns/{campaign}/alert-contacts")
  List<Contact> ofCampaign(@PathVariable Workspace workspace, @PathVariable String campaign) {
    return contacts.all(workspace.id(), campaigns.require(workspace, campaign).id());
  }

  @Operation(summary = "Replaces those who hear of trouble in a campaign")
  @PutMapping("/campaigns/{campaign}/alert-contacts")
  List<Contact> putOfCampaign(
      @PathVariable Workspace workspace,
      @PathVariable String campaign,
      @RequestBody List<Contact> body) {
    contacts.put(workspace.id(), campaigns.require(workspace, campaign).id(), checked(body));
    return ofCampaign(workspace, campaign);
  }

  private static List<Contact> checked(List<Contact> wanted) {
    if (wanted.size() > MOST) {
      throw Problem.badField(
          "too-many-contacts", "", "There can be " + MOST + " contacts at most.");
    }
    List<Contact> checked = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      checked.add(checked("/" + i, wanted.get(i)));
    }
    return checked;
  }

  private static Contact checked(String at, Contact contact) {
    if (contact == null || contact.kind() == null) {
      throw Problem.badField(
          "bad-contact", at + "/kind", "'kind' must be one of phone, email, robot.");
    }
    InputText.line(at + "/address", contact.address(), ADDRESS_LENGTH);
    if (!reachable(contact)) {
      throw Problem.badField(
          "bad-address",
          at + "/address",
          switch (contact.kind()) {
            case PHONE -> "'address' must be a phone number such as +8613800000000.";
            case EMAIL -> "'address' must be an e-mail address such as ops@example.com.";
            case ROBOT -> "'address' must be a web address that begins with https:// or http://.";
          });
    }
    if ((contact.kind() == Kind.ROBOT) != (contact.robot() != null)) {
      throw Problem.badField(
          "bad-robot",
          at + "/robot",
          "'robot' must be one of wecom, dingtalk, feishu, slack for a robot, and nothing else has it.");
    }
    if (contact.name() != null) {
      InputText.line(at + "/name", contact.name(), NAME_LENGTH);
    }
    return contact;
  }

  private static boolean reachable(Contact contact) {
    return switch (contact.kind()) {
      case PHONE -> PHONE.matcher(contact.address()).matches();
      case EMAIL -> EMAIL.matcher(contact.address()).matches();
      case ROBOT -> isWebAddress(contact.address());
    };
  }

  private static boolean isWebAddress(String address) {
    try {
      URI uri = URI.create(address);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
