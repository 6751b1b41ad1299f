package app.afterwell.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.CompiledItem.Row;
import app.afterwell.aftercare.engine.CompiledItem.Rule;
import app.afterwell.domain.Finding;
import app.afterwell.domain.Region;
import app.afterwell.domain.Side;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The work of a plan grows no faster than its input: counted in conditions asked, not in time. */
class GrowthTests {

    /** Asks another check and counts that it was asked. */
    private record Counted(Check check, long[] asked) implements Check {
        @Override
        public boolean holds(Facts facts) {
            asked[0]++;
            return check.holds(facts);
        }

        @Override
        public void gather(Facts facts, Fired fired) {
            check.gather(facts, fired);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16})
    void twiceTheAreasAreAtMostTwiceTheWork(int regions) {
        long oneSide = asked(ClinicProtocol.WRITTEN, worked(regions, Side.LEFT));
        long bothSides = asked(ClinicProtocol.WRITTEN, worked(regions, Side.LEFT, Side.RIGHT));

        assertThat(oneSide).isPositive();
        assertThat(bothSides).isLessThanOrEqualTo(2 * oneSide);
    }

    private static SessionFindings worked(int regions, Side... sides) {
        var session = Given.session().pressure(4);
        for (Side side : sides) {
            for (int i = 0; i < regions; i++) {
                session.area(Region.values()[i], side, Finding.TIGHTNESS, Finding.TENDERNESS);
            }
        }
        return session.build();
    }

    @Test
    void tenTimesTheRulesAreAtMostTenTimesTheWork() {
        var large = PlanBenchmark.times(ClinicProtocol.WRITTEN, 10);
        for (var note : Generated.notes(200)) {
            assertThat(asked(large, note.session()))
                    .isLessThanOrEqualTo(10 * asked(ClinicProtocol.WRITTEN, note.session()));
        }
    }

    private static long asked(ProtocolDefinition protocol, SessionFindings session) {
        long[] asked = new long[1];
        var items = new CompiledItem[protocol.items().size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = new CompiledItem(protocol.items().get(i), i, protocol.relative());
            for (int o = 0; o < items[i].offers.length; o++) {
                items[i].offers[o] = counted(items[i].offers[o], asked);
            }
            for (Row[] rows : new Row[][] {items[i].withhold, items[i].review, items[i].modify}) {
                for (int r = 0; r < rows.length; r++) {
                    rows[r] = new Row(counted(rows[r].rule(), asked), rows[r].prompt(), rows[r].dose(), rows[r].add());
                }
            }
        }
        Map<Region, Long> reach = new EnumMap<>(Region.class);
        protocol.reach().forEach((region, near) -> reach.put(region, Masks.of(near)));
        var planner = new Planner(protocol, items, reach, true);
        planner.assemble(planner.draft(planner.facts(session, Given.healthy(), Given.KNOWN)));
        return asked[0];
    }

    private static Rule counted(Rule rule, long[] asked) {
        return new Rule(
                rule.code(), new Counted(rule.check(), asked), rule.sources(), rule.evidence(), rule.constant());
    }
}
