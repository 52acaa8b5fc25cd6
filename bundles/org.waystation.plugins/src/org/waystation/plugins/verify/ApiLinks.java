package org.waystation.plugins.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Whether the types and members that a plug-in was compiled against are there in this program. */
final class ApiLinks {

    private final ProgramSurface program;
    private final Map<String, Optional<Declared>> known = new HashMap<>();

    ApiLinks(ProgramSurface program) {
        this.program = program;
    }

    boolean hasType(String type) {
        return declared(type).isPresent();
    }

    /** True too where the type is not there: that is said once, for the type. */
    boolean hasMember(ClassUse.Member member) {
        Optional<Declared> owner = declared(member.owner());
        if (owner.isEmpty()) {
            return true;
        }
        return owner.get().members.contains(key(member.name(), member.descriptor()))
                || owner.get().supers.stream()
                        .anyMatch(above -> !hasType(above)
                                || hasMember(new ClassUse.Member(
                                        above, member.name(), member.descriptor(), member.field())));
    }

    private Optional<Declared> declared(String type) {
        Optional<Declared> found = known.get(type);
        if (found == null) {
            found = program.classFile(type).or(() -> ofJava(type)).map(Declared::of);
            known.put(type, found);
        }
        return found;
    }

    private static Optional<byte[]> ofJava(String type) {
        try (InputStream in = Object.class.getResourceAsStream("/" + type + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String name, String descriptor) {
        return name + " " + descriptor;
    }

    /** What a class file declares that others may use. */
    private static final class Declared extends ClassVisitor {

        final List<String> supers = new ArrayList<>();
        final List<String> members = new ArrayList<>();

        private Declared() {
            super(Opcodes.ASM9);
        }

        static Declared of(byte[] classFile) {
            Declared declared = new Declared();
            new ClassReader(classFile).accept(declared, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
            return declared;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            if (superName != null) {
                supers.add(superName);
            }
            supers.addAll(List.of(interfaces));
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            add(access, name, descriptor);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            add(access, name, descriptor);
            return null;
        }

        private void add(int access, String name, String descriptor) {
            if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0) {
                members.add(key(name, descriptor));
            }
        }
    }
}
