package io.sluice.engine.member;

import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A consent given or withdrawn, as a request says it; without an instant it holds from now on. */
record ConsentDocument(
    String channel, Boolean granted, String basis, String wording, String source, Instant at) {

  /** The change; nothing if part of it is wrong, which is then added. */
  Optional<ConsentChange> read(String place, List<Problem.Part> wrong) {
    int before = wrong.size();
    if (channel == null
        || !ConsentColumns.CHANNEL.matcher(ConsentColumns.PREFIX + channel).matches()) {
      wrong(wrong, place + "/channel", "must be a channel such as sms or email");
    }
    if (granted == null) {
      wrong(wrong, place + "/granted", "must be true or false");
    }
    if (basis == null || basis.isBlank()) {
      wrong(wrong, place + "/basis", "is missing; state on what ground it was given");
    }
    check(wrong, place + "/basis", basis, ConsentColumns.BASIS_LENGTH);
    check(wrong, place + "/wording", wording, ConsentColumns.WORDING_LENGTH);
    check(wrong, place + "/source", source, ConsentColumns.SOURCE_LENGTH);
    if (at != null && Math.abs(at.atOffset(ZoneOffset.UTC).getYear() - 2050) > 150) {
      wrong(wrong, place + "/at", "is out of range; the year must be 1900 to 2199");
    }
    return wrong.size() > before
        ? Optional.empty()
        : Optional.of(
            new ConsentChange(
                channel,
                granted,
                basis,
                wording,
                source,
                at == null ? null : at.truncatedTo(ChronoUnit.MICROS)));
  }

  private static void check(List<Problem.Part> wrong, String place, String text, int maxLength) {
    if (text != null) {
      InputText.wrongWith(text, maxLength).ifPresent(what -> wrong(wrong, place, what));
    }
  }

  private static void wrong(List<Problem.Part> wrong, String place, String what) {
    wrong.add(new Problem.Part("invalid-value", place, "'" + place + "' " + what + "."));
  }
}
