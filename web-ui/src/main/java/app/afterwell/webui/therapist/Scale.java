package app.afterwell.webui.therapist;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of numbers of which one is chosen. */
class Scale extends RadioButtonGroup<Integer> {

    Scale(
            String label,
            int least,
            int most,
            @Nullable Integer value,
            IntFunction<String> words,
            Consumer<Integer> onChange) {
        addClassName("scale");
        setLabel(label);
        setItems(IntStream.rangeClosed(least, most).boxed().toList());
        setItemLabelGenerator(words::apply);
        if (value != null) {
            setValue(value);
        }
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                onChange.accept(event.getValue());
            }
        });
    }
}
