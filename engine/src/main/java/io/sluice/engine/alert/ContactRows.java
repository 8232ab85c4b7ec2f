package io.sluice.engine.alert;

import static io.sluice.engine.alert.AlertTables.*;

import io.sluice.engine.campaign.CampaignDeleted;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of workspaces and campaigns. */
@Repository
class ContactRows {
  /** In place of a campaign: those of the whole workspace. */
  static final long WHOLE_WORKSPACE = 0;

  private final DSLContext db;

  ContactRows(DSLContext db) {
    this.db = db;
  }

  List<Contact> all(WorkspaceId workspace, long campaign) {
    return db.select(CONTACT_KIND, CONTACT_ADDRESS, CONTACT_ROBOT, CONTACT_NAME)
        .from(CONTACT)
        .where(CONTACT_WORKSPACE.eq(workspace.value()), CONTACT_CAMPAIGN.eq(campaign))
        .orderBy(CONTACT_NUMBER)
        .fetch(ContactRows::contact);
  }

  @Transactional
  void put(WorkspaceId workspace, long campaign, List<Contact> contacts) {
    db.deleteFrom(CONTACT)
        .where(CONTACT_WORKSPACE.eq(workspace.value()), CONTACT_CAMPAIGN.eq(campaign))
        .execute();
    int number = 0;
    for (Contact contact : contacts) {
      db.insertInto(
              CONTACT,
              CONTACT_WORKSPACE,
              CONTACT_CAMPAIGN,
              CONTACT_NUMBER,
              CONTACT_KIND,
              CONTACT_ADDRESS,
              CONTACT_ROBOT,
              CONTACT_NAME)
          .values(
              workspace.value(),
              campaign,
              number++,
              contact.kind().key(),
              contact.address(),
              contact.robot() == null ? null : contact.robot().key(),
              contact.name())
          .execute();
    }
  }

  @EventListener
  void forget(CampaignDeleted deleted) {
    put(deleted.workspace(), deleted.campaign(), List.of());
  }

  /** Who hears of an alert: the contacts of the workspace, and those of its campaign. */
  List<Contact> of(Alert alert) {
    List<Contact> contacts = new ArrayList<>(all(alert.workspace(), WHOLE_WORKSPACE));
    if (alert.campaign() != null) {
      all(alert.workspace(), alert.campaign()).stream()
          .filter(
              own ->
                  contacts.stream()
                      .noneMatch(
                          other ->
                              other.kind() == own.kind() && other.address().equals(own.address())))
          .toList()
          .forEach(contacts::add);
    }
    return contacts;
  }

  private static Contact contact(Record row) {
    String robot = row.get(CONTACT_ROBOT);
    return new Contact(
        Contact.Kind.ofKey(row.get(CONTACT_KIND)),
        row.get(CONTACT_ADDRESS),
        robot == null ? null : Contact.Robot.ofKey(robot),
        row.get(CONTACT_NAME));
  }
}
