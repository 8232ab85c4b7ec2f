package io.sluice.engine.member.guest;

import io.sluice.engine.member.AddressKey;
import io.sluice.engine.member.MemberErased;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes erased people off all lists, and the guests who had their addresses with them. */
@Component
class GuestErasure {
  private final ListRows lists;
  private final GuestRows guests;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  GuestErasure(ListRows lists, GuestRows guests, ApplicationEventPublisher events, Clock clock) {
    this.lists = lists;
    this.guests = guests;
    this.events = events;
    this.clock = clock;
  }

  @EventListener
  void forget(MemberErased erased) {
    lists.delete(erased.workspace(), erased.member());
    List<String> keys = erased.addresses().stream().map(AddressKey::of).toList();
    guests
        .guests(erased.workspace(), keys)
        .forEach(
            (key, guest) -> {
              guests.erase(erased.workspace(), guest, clock.instant());
              events.publishEvent(new MemberErased(erased.workspace(), guest, List.of()));
            });
  }
}
