package app.afterwell.webui.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldTimeTests {

    @Test
    void aHoldIsReadFromTheDose() {
        assertThat(HoldTime.of("Hold 30 seconds, 3 times")).contains(new HoldTime(30, 3));
        assertThat(HoldTime.of("Hold for 30 to 60 seconds. Once a day.")).contains(new HoldTime(30, 1));
        assertThat(HoldTime.of("Pause 20–30 s on a tender spot")).contains(new HoldTime(20, 1));
    }

    @Test
    void whatTakesMinutesIsTimedOnce() {
        assertThat(HoldTime.of("10 to 15 minutes, up to 2 times a day")).contains(new HoldTime(600, 1));
        assertThat(HoldTime.of("15–20 min")).contains(new HoldTime(900, 1));
    }

    @Test
    void aDoseWithoutATimeHasNoTimer() {
        assertThat(HoldTime.of("When you are thirsty")).isEmpty();
        assertThat(HoldTime.of("Once a week, 2 cups of salt")).isEmpty();
    }
}
