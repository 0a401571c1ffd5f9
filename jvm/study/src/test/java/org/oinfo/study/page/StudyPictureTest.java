package org.oinfo.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.oinfo.study.result.LayerLandscape;
import org.oinfo.study.result.LayerLandscape.Activation;
import org.oinfo.study.result.LayerLandscape.Condition;
import org.oinfo.study.result.LayerLandscape.Order;
import org.oinfo.study.result.StudyResult;

class StudyPictureTest {
    @Test
    void aPointIsTheMeanOverTheNetworksAndTheRibbonTheirRange() {
        StudyResult study = InventedStudy.of(3);
        double[] smallest = study.landscapes().stream()
                .filter(one -> one.layer().equals("layer2")
                        && one.activation() == Activation.POST
                        && one.condition() == Condition.TRAINED
                        && one.ties().equals("average"))
                .map(LayerLandscape::orders)
                .flatMap(orders -> orders.stream().filter(order -> order.order() == 3))
                .map(Order::min)
                .map(Objects::requireNonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        assertThat(smallest).hasSize(3);
        assertThat(StudyPicture.of(study))
                .contains("Groups of 3 neurons", "(1 layer1, 2 layer2, 3 layer3, 4 output)")
                .contains(String.format(
                        Locale.ROOT,
                        "layer2: %.4f (%.4f to %.4f)",
                        (smallest[0] + smallest[1] + smallest[2]) / 3,
                        smallest[0],
                        smallest[2]));
    }

    @Test
    void namesThatAreMarkupAreLetters() {
        assertThat(StudyPicture.of(InventedStudy.captured()))
                .doesNotContain("</script>")
                .contains("&lt;/script&gt;");
    }

    @Test
    void withoutALandscapeItSaysSo() {
        assertThat(StudyPicture.of(InventedStudy.nothing())).contains("No layer is scored yet");
    }
}
