package care.trellis.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.trellis.base.Action;
import care.trellis.base.Ids;
import care.trellis.base.NotFound;
import care.trellis.base.Permit;
import care.trellis.base.Resource;
import care.trellis.organizations.SiteId;
import care.trellis.testing.Clinic;
import care.trellis.testing.TrellisTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TrellisTest
class ClientsTest {

    @Autowired Clients clients;
    @Autowired Clinic clinic;

    @Test
    void record_numbers_begin_at_1001_and_count_up_in_each_organization() {
        var ours = clinic.open();
        var theirs = clinic.open();

        assertThat(add(ours, "Ana", "Ruiz").recordNumber()).isEqualTo("C-1001");
        assertThat(add(ours, "Ben", "Tran").recordNumber()).isEqualTo("C-1002");
        assertThat(add(theirs, "Cy", "Lang").recordNumber()).isEqualTo("C-1001");
    }

    @Test
    void clients_added_at_the_same_time_get_different_numbers() throws Exception {
        var ward = clinic.open();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> added =
                    IntStream.range(0, 12)
                            .mapToObj(i ->
                                    (Callable<String>)
                                            () -> add(ward, "Ana", "Ruiz").recordNumber())
                            .toList();
            var numbers = threads.invokeAll(added);
            assertThat(numbers)
                    .extracting(number -> number.get())
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(1001, 1013).mapToObj(n -> "C-" + n).toList());
        }
    }

    @Test
    void a_form_sent_twice_adds_one_client() {
        var ward = clinic.open();
        var key = Ids.next();

        var first = add(ward, key, "Ana", "Ruiz");
        var second = add(ward, key, "Ana", "Ruiz");

        assertThat(second).isEqualTo(first);
        assertThat(search(ward, "ruiz")).hasSize(1);
    }

    @Test
    void a_search_finds_by_the_beginning_of_a_name_or_record_number_and_takes_signs_for_signs() {
        var ward = clinic.open();
        add(ward, "Ana", "Ruiz");
        add(ward, "Ben", "Tran");

        assertThat(search(ward, "RUI")).extracting(Client::recordNumber).containsExactly("C-1001");
        assertThat(search(ward, "ben t"))
                .extracting(Client::recordNumber)
                .containsExactly("C-1002");
        assertThat(search(ward, "c-1002"))
                .extracting(Client::recordNumber)
                .containsExactly("C-1002");
        assertThat(search(ward, "%")).isEmpty();
        assertThat(search(ward, " ")).isEmpty();
    }

    @Test
    void another_organization_finds_nobody() {
        var ours = clinic.open();
        var ana = add(ours, "Ana", "Ruiz");
        var theirs = clinic.open();

        assertThat(search(theirs, "ruiz")).isEmpty();
        theirs.run(() ->
                assertThatThrownBy(() -> clients.open(theirs.permit(Action.CLIENT_VIEW), ana.id()))
                        .isInstanceOf(NotFound.class));
    }

    @Test
    void writing_down_the_same_again_changes_nothing() {
        var ward = clinic.open();
        var ana = add(ward, "Ana", "Ruiz");
        var married = person("Ana", "Ruiz-Ito");

        assertThat(change(ward, ana, ana.person())).isFalse();
        assertThat(change(ward, ana, married)).isTrue();
        assertThat(open(ward, ana).person()).isEqualTo(married);
    }

    @Test
    void a_permit_for_one_client_does_not_open_another() {
        var ward = clinic.open();
        var ana = add(ward, "Ana", "Ruiz");
        var ben = add(ward, "Ben", "Tran");
        var forAna =
                Permit.granted(
                        ward.actor(),
                        Action.CLIENT_VIEW,
                        Permit.Purpose.TREATMENT,
                        new Resource(Resource.Kind.CLIENT, ana.id().value()));

        ward.run(() -> {
            assertThat(clients.open(forAna, ana.id())).isEqualTo(ana);
            assertThatThrownBy(() -> clients.open(forAna, ben.id()))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void emergency_contacts_come_first_and_can_be_taken_off() {
        var ward = clinic.open();
        var ana = add(ward, "Ana", "Ruiz");
        var sister = new Contact(Ids.next(), "Bea Ruiz", "Sister", "", false);
        var mother = new Contact(Ids.next(), "Zoe Ruiz", "Mother", "555-0100", true);
        var permit = ward.permit(Action.CLIENT_EDIT);

        ward.run(() -> {
            clients.keep(permit, ana.id(), sister);
            clients.keep(permit, ana.id(), mother);
            assertThat(clients.contacts(permit, ana.id())).containsExactly(mother, sister);
            clients.remove(permit, ana.id(), sister.id());
            assertThat(clients.contacts(permit, ana.id())).containsExactly(mother);
        });
    }

    private Client add(Clinic.Ward ward, String given, String family) {
        return add(ward, Ids.next(), given, family);
    }

    private Client add(Clinic.Ward ward, UUID key, String given, String family) {
        return ward.in(() ->
                clients.add(
                        ward.permit(Action.CLIENT_EDIT),
                        key,
                        new SiteId(ward.site()),
                        person(given, family),
                        null));
    }

    private boolean change(Clinic.Ward ward, Client client, Person person) {
        return ward.in(() -> clients.change(ward.permit(Action.CLIENT_EDIT), client.id(), person));
    }

    private Client open(Clinic.Ward ward, Client client) {
        return ward.in(() -> clients.open(ward.permit(Action.CLIENT_VIEW), client.id()));
    }

    private List<Client> search(Clinic.Ward ward, String words) {
        return ward.in(() -> clients.search(ward.permit(Action.CLIENT_LIST), words));
    }

    private static Person person(String given, String family) {
        return new Person(
                given,
                family,
                "she/her",
                LocalDate.of(1990, 5, 4),
                Sex.F,
                "",
                "",
                Person.Address.NONE);
    }
}
