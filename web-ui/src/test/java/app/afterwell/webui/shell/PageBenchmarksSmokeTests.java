package app.afterwell.webui.shell;

/** The same with little, so that every test run shows that it still works. */
class PageBenchmarksSmokeTests extends PageBenchmarks {

    @Override
    protected int visits() {
        return 5;
    }

    @Override
    protected int others() {
        return 0;
    }

    @Override
    protected int tasks() {
        return 10;
    }

    @Override
    protected int clientCount() {
        return 30;
    }

    @Override
    protected int repeats() {
        return 3;
    }
}
