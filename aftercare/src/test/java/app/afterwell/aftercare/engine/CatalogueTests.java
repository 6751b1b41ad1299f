package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.domain.Region;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What lists and pickers are told of the catalogue. */
class CatalogueTests {

    private final CompiledProtocol protocol = CompiledProtocol.compile(ClinicProtocol.WRITTEN, true);

    @Test
    void describesEveryItemInTheProtocolsOrder() {
        var written = ClinicProtocol.WRITTEN.items();
        assertThat(protocol.items()).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            var item = protocol.items().get(i);
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
            assertThat(protocol.item(as.code())).contains(item);
        }
        assertThat(protocol.item("nonsense")).isEmpty();
    }

    @Test
    void namesRegionsFromHeadToFoot() {
        assertThat(protocol.item("foot-ball-roll").orElseThrow().regionsInOrder())
                .containsExactly(Region.CALVES, Region.FOOT);
        assertThat(protocol.item("hydrate").orElseThrow().regionsInOrder()).isEmpty();
    }

    @Test
    void knowsItself() {
        assertThat(protocol.version()).isEqualTo(1);
        assertThat(protocol.written()).isSameAs(ClinicProtocol.WRITTEN);
        assertThat(protocol.approved()).isTrue();
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
