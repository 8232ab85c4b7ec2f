package io.sluice.samples.data;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What is known of a person.
 *
 * @param index from 0; the dense member id in a workspace that holds nobody else
 * @param birthDate null for some
 * @param language {@code zh} or {@code en}
 * @param level from 1 to 5
 */
public record Profile(
    int index,
    String key,
    boolean active,
    String name,
    String phone,
    String email,
    String gender,
    LocalDate birthDate,
    City city,
    String language,
    int level,
    Instant registeredAt) {}
