package care.trellis.demo.story;

import java.util.List;

/**
 * Names for the cast. None of them is a common English word, so that a note may use any word
 * without naming another member of the group.
 */
final class Names {

    static final List<String> GIVEN =
            List.of(
                    "Ana", "Bruno", "Celia", "Dmitri", "Elena", "Farid", "Gwen", "Hector", "Ines",
                    "Jonas", "Keiko", "Luis", "Mina", "Nico", "Odette", "Pavel", "Quinn", "Rosa",
                    "Silas", "Thea", "Ugo", "Vera", "Wendell", "Ximena", "Yusuf", "Zora", "Amara",
                    "Boris", "Carmen", "Desmond", "Esther", "Felix", "Greta", "Hamid", "Ingrid",
                    "Jorge", "Katya", "Leon", "Maren", "Noor");

    static final List<String> FAMILY =
            List.of(
                    "Abara",
                    "Bekele",
                    "Calloway",
                    "Dvorak",
                    "Eklund",
                    "Farrow",
                    "Galindo",
                    "Hartwell",
                    "Ibarra",
                    "Jansen",
                    "Kowalski",
                    "Lindgren",
                    "Moreau",
                    "Nakata",
                    "Oyelaran",
                    "Pereira",
                    "Quintero",
                    "Rosales",
                    "Sorensen",
                    "Tanaka",
                    "Ulrich",
                    "Vasquez",
                    "Wexler",
                    "Yilmaz",
                    "Zapata",
                    "Adeyemi",
                    "Bianchi",
                    "Castro",
                    "Delacroix",
                    "Esposito",
                    "Fontaine",
                    "Grigsby",
                    "Holloway",
                    "Ivanov",
                    "Jimenez",
                    "Kapoor",
                    "Lombardi",
                    "Mbeki",
                    "Novak",
                    "Okonkwo");

    static final List<String> STREETS =
            List.of(
                    "Made-up Street",
                    "Placeholder Court",
                    "Fable Way",
                    "Storybook Drive",
                    "Invention Avenue");

    private Names() {}
}
