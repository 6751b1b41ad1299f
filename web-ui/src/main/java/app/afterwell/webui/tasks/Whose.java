package app.afterwell.webui.tasks;

/** Which part of the inbox is shown. */
enum Whose {
    MINE,
    CLINIC,
    SLEEPING,
    DONE
}
