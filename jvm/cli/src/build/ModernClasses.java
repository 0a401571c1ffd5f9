import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Brings the classes of a library to a format that Java can keep in its archive of classes: {@code java ModernClasses.java JAR FOLDER}.
 *
 * <p>picocli is compiled for Java 5, without the maps of types that later formats have (JVMS 4.7.4). Such classes Java checks by the
 * old, slow verifier at every start, and archives none of them. The maps are computed here; the code stays as it is.
 */
public final class ModernClasses {
    /** Java 6, the first format with these maps. */
    private static final int FIRST = 50;

    private static final int MODERN = ClassFile.JAVA_8_VERSION;

    private ModernClasses() {}

    /** Writes those classes of a jar that are older to a folder. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        try (ZipFile jar = new ZipFile(args[0])) {
            ClassFile format = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(classes(jar)));
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().endsWith(".class")) {
                    byte[] old = read(jar, entry);
                    if (version(old) < FIRST) {
                        Path file = folder.resolve(entry.getName());
                        Files.createDirectories(file.getParent());
                        Files.write(file, modern(format, old));
                    }
                }
            }
        }
    }

    private static byte[] modern(ClassFile format, byte[] old) {
        // Every instruction is written anew: a method that is taken over as a whole gets no map.
        ClassTransform code = ClassTransform.transformingMethodBodies((CodeTransform) CodeBuilder::with);
        return format.transformClass(
                format.parse(old), code.andThen(ClassTransform.endHandler(builder -> builder.withVersion(MODERN, 0))));
    }

    private static int version(byte[] bytes) {
        return (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    }

    private static byte[] read(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** What class extends what: the jar's own, then Java's. */
    private static ClassHierarchyResolver classes(ZipFile jar) {
        return ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
                    String descriptor = type.descriptorString();
                    ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
                    try {
                        return entry == null ? null : jar.getInputStream(entry);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
    }
}
