package care.trellis.engine.x12.claims;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber or patient (NM1, N3, N4, DMG).
 *
 * @param lastName at most 60 characters
 * @param firstName at most 35 characters
 * @param middleName at most 25 characters
 * @param birthDate date of birth
 * @param sex {@code F}, {@code M} or {@code U} as the payer has it on file
 * @param address where the person lives
 */
public record Person(
        String lastName,
        String firstName,
        @Nullable String middleName,
        LocalDate birthDate,
        String sex,
        Address address) {}
