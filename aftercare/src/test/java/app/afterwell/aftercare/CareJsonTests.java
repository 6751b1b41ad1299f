package app.afterwell.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import app.afterwell.aftercare.engine.SessionFindings;
import app.afterwell.domain.Condition;
import app.afterwell.domain.Goal;
import app.afterwell.domain.SafetyProfile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CareJsonTests {

    @Test
    void what_is_written_is_read_back_the_same() {
        var session = Clinic.hamstrings(4).session();
        var profile = Clinic.Forms.profile(3, Condition.ANTICOAGULANTS, Condition.VERTIGO);

        assertThat(CareJson.read(CareJson.write(session), SessionFindings.class))
                .isEqualTo(session);
        assertThat(CareJson.read(CareJson.write(profile), SafetyProfile.class)).isEqualTo(profile);
    }

    @Test
    void pain_and_pressure_are_plain_numbers() {
        assertThat(CareJson.write(Clinic.hamstrings(4).session())).contains("\"painBefore\":6", "\"pressure\":4");
    }

    @Test
    void a_set_is_written_in_one_order_whatever_order_it_walks_in() {
        var one = new LinkedHashSet<>(List.of(Goal.STRESS, Goal.FATIGUE, Goal.MOBILITY));
        var other = new LinkedHashSet<>(List.of(Goal.MOBILITY, Goal.STRESS, Goal.FATIGUE));

        assertThat(CareJson.write(one))
                .isEqualTo(CareJson.write(other))
                .isEqualTo("[\"FATIGUE\",\"MOBILITY\",\"STRESS\"]");
        assertThat(CareJson.write(Set.of(Goal.STRESS, Goal.FATIGUE))).isEqualTo("[\"FATIGUE\",\"STRESS\"]");
    }
}
