package org.oinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.oinfo.data.ArraySamples;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Samples;

/** Who closes samples. */
class OwnedSamplesTest {
    private final AtomicInteger closed = new AtomicInteger();

    private Samples counted(double[][] x) {
        Samples samples = ArraySamples.of(x);
        return (Samples) Proxy.newProxyInstance(
                Samples.class.getClassLoader(), new Class<?>[] {Samples.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        closed.incrementAndGet();
                    }
                    try {
                        return method.invoke(samples, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void theyStayOpenAsLongAsWhatWasMadeOfThem() {
        try (OInformation info = OInformation.ofSamples(counted(Fixture.samples()), OInformationOptions.defaults())) {
            assertThat(info.scan(3).nplets()).isEqualTo(20);
            assertThat(closed).hasValue(0);
        }
        assertThat(closed).hasValue(1);
    }

    @Test
    void samplesThatCannotBeUsedAreClosedAtOnce() {
        double[][] constant = {{1, 2}, {1, 2}, {1, 2}, {1, 2}};
        assertThatThrownBy(() -> OInformation.ofSamples(counted(constant), OInformationOptions.defaults()))
                .isInstanceOf(BadInputException.class);
        assertThat(closed).hasValue(1);
    }
}
