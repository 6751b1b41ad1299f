package app.afterwell.webui.desk;

import app.afterwell.booking.DayBoard;
import app.afterwell.domain.PractitionerId;
import app.afterwell.domain.TimeSlot;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** Takes a therapist's time for something other than a client. */
class BlockDialog extends Dialog {

    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int LONGEST = 200;

    /** What to do with the answer. */
    interface OnBlock {
        void block(PractitionerId practitioner, TimeSlot slot, String label);
    }

    private final Select<DayBoard.Column> who = new Select<>();
    private final TimePicker from = new TimePicker();
    private final TimePicker to = new TimePicker();
    private final TextField label = new TextField();

    BlockDialog(DayBoard board, WallClock clock, Instant now, OnBlock onBlock) {
        setHeaderTitle(getTranslation("desk.block.title"));
        addClassName("block-time");
        who.setLabel(getTranslation("desk.block.who"));
        who.setItems(board.columns());
        who.setItemLabelGenerator(DayBoard.Column::name);
        who.setValue(board.columns().stream().findFirst().orElse(null));
        from.setLabel(getTranslation("desk.block.from"));
        to.setLabel(getTranslation("desk.block.to"));
        from.setStep(STEP);
        to.setStep(STEP);
        from.setLocale(clock.locale());
        to.setLocale(clock.locale());
        var start = Proposals.earliest(board, clock, now);
        from.setValue(start);
        to.setValue(start.plusMinutes(30));
        label.setLabel(getTranslation("desk.block.label"));
        label.setMaxLength(LONGEST);
        var block = new Button(getTranslation("desk.block.do"), event -> submit(board, clock, onBlock));
        block.addThemeVariants(ButtonVariant.PRIMARY);
        var leave = new Button(getTranslation("booking.leave"), event -> close());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        var times = new Div(from, to);
        times.addClassName("pair");
        var form = new Div(who, times, label);
        form.addClassName("stack");
        add(form);
        getFooter().add(leave, block);
    }

    private void submit(DayBoard board, WallClock clock, OnBlock onBlock) {
        boolean ordered = from.getValue() != null
                && to.getValue() != null
                && from.getValue().isBefore(to.getValue());
        boolean named = !label.getValue().isBlank();
        to.setErrorMessage(getTranslation("desk.block.order"));
        to.setInvalid(!ordered);
        label.setErrorMessage(getTranslation("desk.block.nameless"));
        label.setInvalid(!named);
        if (ordered && named && who.getValue() != null) {
            close();
            var slot = new TimeSlot(at(board, clock, from.getValue()), at(board, clock, to.getValue()));
            onBlock.block(who.getValue().practitioner(), slot, label.getValue().strip());
        }
    }

    private static Instant at(DayBoard board, WallClock clock, LocalTime time) {
        return clock.instant(board.day().atTime(time));
    }
}
