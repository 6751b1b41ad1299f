package app.afterwell.booking;

/** The same with a small calendar, so that every test run shows that it still works. */
class CalendarBenchmarksSmokeTests extends CalendarBenchmarks {

    @Override
    protected int[] sizes() {
        return new int[] {500, 1000};
    }

    @Override
    protected int repeats() {
        return 10;
    }

    @Override
    protected int bookings() {
        return 48;
    }
}
