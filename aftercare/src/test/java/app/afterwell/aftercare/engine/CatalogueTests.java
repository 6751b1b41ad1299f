package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.Region;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What lists and pickers are told of the catalogue. */
class CatalogueTests {

    private static final CompiledProtocol PROTOCOL = ClinicProtocol.APPROVED;

    @Test
    void describesEveryItemInTheProtocolsOrder() {
        var written = ClinicProtocol.WRITTEN.items();
        assertThat(PROTOCOL.items()).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            var item = PROTOCOL.items().get(i);
            var as = written.get(i);
            assertThat(item.code()).isEqualTo(as.code());
            assertThat(item.title()).isEqualTo(as.title());
            assertThat(item.rank()).isEqualTo(i);
            assertThat(item.basic()).isEqualTo(as.kind() != ProtocolDefinition.Kind.SPECIFIC);
            assertThat(item.switchedOn()).isEqualTo(as.switchedOn());
            assertThat(item.pickOnly()).isEqualTo(as.offers().isEmpty());
            assertThat(item.regions()).isEqualTo(as.regions() == null ? Set.of() : as.regions());
            assertThat(item.minutes()).isEqualTo(as.minutes());
            assertThat(item.background()).isEqualTo(as.background());
            assertThat(PROTOCOL.item(as.code())).contains(item);
        }
        assertThat(PROTOCOL.item("nonsense")).isEmpty();
    }

    @Test
    void namesRegionsFromHeadToFoot() {
        assertThat(PROTOCOL.item("foot-ball-roll").orElseThrow().regionsInOrder())
                .containsExactly(Region.CALVES, Region.FOOT);
        assertThat(PROTOCOL.item("hydrate").orElseThrow().regionsInOrder()).isEmpty();
    }

    @Test
    void knowsItself() {
        assertThat(PROTOCOL.version()).isEqualTo(1);
        assertThat(PROTOCOL.written()).isSameAs(ClinicProtocol.WRITTEN);
        assertThat(PROTOCOL.approved()).isTrue();
        assertThat(ClinicProtocol.NOT_APPROVED.approved()).isFalse();
        assertThat(ClinicProtocol.WRITTEN.withVersion(7).version()).isEqualTo(7);
        assertThat(ClinicProtocol.WRITTEN.withVersion(7).withVersion(1)).isEqualTo(ClinicProtocol.WRITTEN);
    }

    @Test
    void switchesOnWhatIsNamedAndNothingElse() {
        var some = ClinicProtocol.WRITTEN.withSwitchedOn(Set.of("epsom-bath"));
        for (var item : some.items()) {
            boolean before = ClinicProtocol.WRITTEN.items().stream()
                    .filter(other -> other.code().equals(item.code()))
                    .findFirst()
                    .orElseThrow()
                    .switchedOn();
            assertThat(item.switchedOn())
                    .as(item.code())
                    .isEqualTo(before || item.code().equals("epsom-bath"));
        }
    }
}
