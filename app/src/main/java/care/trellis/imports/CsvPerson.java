package care.trellis.imports;

import care.trellis.authorizations.AuthorizationUnit;
import care.trellis.clients.Coverage;
import care.trellis.clients.Person;
import care.trellis.clients.Sex;
import care.trellis.clients.Source;
import care.trellis.imports.Candidate.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one person in the spreadsheet, gathered. */
final class CsvPerson {

    /** Under which name the spreadsheet's numbers are kept. */
    static final String SYSTEM = "Spreadsheet";

    private static final int LONGEST_NUMBER = 50;
    private static final int MOST_UNITS = 9_999;

    private final String id;
    private final long line;
    private final List<Found<Coverage.Terms>> coverages = new ArrayList<>();
    private final List<Found<Granted>> authorizations = new ArrayList<>();
    private @Nullable Person person;
    private boolean sound = true;

    CsvPerson(String id, long line) {
        this.id = id;
        this.line = line;
    }

    void add(CsvRow row, CsvColumns.Contracts contracts) {
        if (person == null || !row.text(CsvColumns.FAMILY_NAME).isEmpty()) {
            person(row);
        }
        if (!row.text(CsvColumns.PAYER).isEmpty()) {
            coverage(row, contracts);
        }
        if (!row.text(CsvColumns.AUTHORIZATION).isEmpty()) {
            authorization(row, contracts);
        }
        sound &= row.isSound();
    }

    /** The person with everything, unless one of the rows is wrong. */
    Optional<Candidate> candidate() {
        if (!sound || person == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Candidate(
                        new Source(SYSTEM, id),
                        person,
                        coverages,
                        List.of(),
                        List.of(),
                        authorizations,
                        Optional.of(Math.toIntExact(line))));
    }

    private void person(CsvRow row) {
        for (var name : List.of(CsvColumns.GIVEN_NAME, CsvColumns.FAMILY_NAME)) {
            if (row.text(name).isEmpty()) {
                row.wrong(name, "Write the name");
            }
        }
        var born = row.requiredDate(CsvColumns.BIRTH_DATE);
        var sex = sex(row);
        if (!row.isSound() || born.isEmpty()) {
            return;
        }
        try {
            var read =
                    new Person(
                            row.text(CsvColumns.GIVEN_NAME),
                            row.text(CsvColumns.FAMILY_NAME),
                            row.text(CsvColumns.PRONOUNS),
                            born.get(),
                            sex,
                            row.text(CsvColumns.PHONE),
                            row.text(CsvColumns.EMAIL),
                            new Person.Address(
                                    row.text(CsvColumns.ADDRESS),
                                    row.text(CsvColumns.CITY),
                                    row.text(CsvColumns.STATE),
                                    row.text(CsvColumns.POSTAL_CODE)));
            if (person != null && !samePerson(person, read)) {
                row.wrong(
                        CsvColumns.ID,
                        "Give this person a number of their own: another name or birth date has this one");
            }
            person = person == null ? read : person;
        } catch (IllegalArgumentException refused) {
            row.wrong(
                    CsvColumns.BIRTH_DATE,
                    "Write a birth date after 1880, and no field longer than %d characters"
                            .formatted(Person.LONGEST));
        }
    }

    private static boolean samePerson(Person one, Person other) {
        return one.name().equals(other.name()) && one.birthDate().equals(other.birthDate());
    }

    private static Sex sex(CsvRow row) {
        String text = row.text(CsvColumns.SEX).toUpperCase(Locale.ROOT);
        return switch (text) {
            case "" -> Sex.U;
            case "F", "M", "U" -> Sex.valueOf(text);
            default -> {
                row.wrong(CsvColumns.SEX, "Write F, M or U");
                yield Sex.U;
            }
        };
    }

    private void coverage(CsvRow row, CsvColumns.Contracts contracts) {
        String contractName = row.text(CsvColumns.CONTRACT);
        var contract = contracts.byName().get(contractName.toLowerCase(Locale.ROOT));
        if (!contractName.isEmpty() && contract == null) {
            row.wrong(CsvColumns.CONTRACT, "There is no such contract: " + contracts.names());
        }
        var from = row.requiredDate(CsvColumns.COVERAGE_FROM);
        var to = row.date(CsvColumns.COVERAGE_TO);
        var priority =
                row.text(CsvColumns.PRIORITY).isEmpty()
                        ? Optional.of(1)
                        : row.number(CsvColumns.PRIORITY, 1, 9);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            row.wrong(CsvColumns.COVERAGE_TO, "Write a day on or after coverage_from");
        }
        if (!row.isSound() || from.isEmpty() || priority.isEmpty()) {
            return;
        }
        String payer = row.text(CsvColumns.PAYER);
        String member = row.text(CsvColumns.MEMBER_ID);
        coverages.add(
                new Found<>(
                        payer + " " + member + " " + from.get(),
                        new Coverage.Terms(
                                contract,
                                payer,
                                member,
                                row.text(CsvColumns.GROUP_NUMBER),
                                priority.get(),
                                from.get(),
                                to.orElse(null))));
    }

    private void authorization(CsvRow row, CsvColumns.Contracts contracts) {
        var unit = unit(row);
        var contract =
                contracts.byName().get(row.text(CsvColumns.CONTRACT).toLowerCase(Locale.ROOT));
        if (contract == null) {
            row.wrong(
                    CsvColumns.CONTRACT,
                    "An authorization needs the contract it was granted under: "
                            + contracts.names());
        }
        if (row.text(CsvColumns.AUTHORIZATION).length() > LONGEST_NUMBER) {
            row.wrong(
                    CsvColumns.AUTHORIZATION,
                    "Write at most %d characters".formatted(LONGEST_NUMBER));
        }
        var units = row.number(CsvColumns.AUTHORIZATION_UNITS, 0, MOST_UNITS);
        var from = row.requiredDate(CsvColumns.AUTHORIZATION_FROM);
        var to = row.requiredDate(CsvColumns.AUTHORIZATION_TO);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            row.wrong(CsvColumns.AUTHORIZATION_TO, "Write a day on or after authorization_from");
        }
        if (!row.isSound()
                || contract == null
                || unit.isEmpty()
                || units.isEmpty()
                || from.isEmpty()
                || to.isEmpty()) {
            return;
        }
        String number = row.text(CsvColumns.AUTHORIZATION);
        authorizations.add(
                new Found<>(
                        number,
                        new Granted(
                                contract, number, unit.get(), units.get(), from.get(), to.get())));
    }

    private static Optional<AuthorizationUnit> unit(CsvRow row) {
        String text = row.text(CsvColumns.AUTHORIZATION_UNIT).toUpperCase(Locale.ROOT);
        for (AuthorizationUnit unit : AuthorizationUnit.values()) {
            if (unit.name().equals(text)) {
                return Optional.of(unit);
            }
        }
        row.wrong(CsvColumns.AUTHORIZATION_UNIT, "Write DAY, UNIT, HOUR or VISIT");
        return Optional.empty();
    }
}
