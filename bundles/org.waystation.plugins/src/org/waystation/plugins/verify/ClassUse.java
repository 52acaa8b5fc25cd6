package org.waystation.plugins.verify;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What one class uses and declares, as far as the rules ask. */
final class ClassUse extends ClassVisitor {

    private static final String INJECT = "Ljakarta/inject/Inject;";
    private static final String SERVICE = "Lorg/eclipse/e4/core/di/extensions/Service;";

    /** A method or field of a type that is used. */
    record Member(String owner, String name, String descriptor, boolean field) {}

    /** A field of the class itself that lives as long as the class. */
    record StaticField(String name, String descriptor) {}

    String name = "";
    int version;
    final Set<String> types = new TreeSet<>();
    final Set<Member> members = new LinkedHashSet<>();
    final Set<StaticField> statics = new LinkedHashSet<>();
    /** Types that are asked for by injection without going through the services. */
    final Set<String> injectedFromContext = new TreeSet<>();

    private ClassUse() {
        super(Opcodes.ASM9);
    }

    static ClassUse of(byte[] classFile) {
        ClassUse use = new ClassUse();
        new ClassReader(classFile).accept(use, ClassReader.SKIP_FRAMES);
        return use;
    }

    @Override
    public void visit(
            int newVersion, int access, String newName, String signature, String superName, String[] interfaces) {
        name = newName;
        version = newVersion & 0xffff;
        type(superName);
        for (String each : interfaces) {
            type(each);
        }
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        descriptor(descriptor);
        if ((access & Opcodes.ACC_STATIC) != 0) {
            statics.add(new StaticField(field, descriptor));
        }
        boolean[] found = new boolean[2];
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                found[0] |= annotation.equals(INJECT);
                found[1] |= annotation.equals(SERVICE);
                return null;
            }

            @Override
            public void visitEnd() {
                if (found[0] && !found[1]) {
                    injectedFromContext.add(Type.getType(descriptor).getClassName());
                }
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        descriptor(descriptor);
        return new Code(descriptor);
    }

    private void type(@Nullable String internalName) {
        if (internalName != null) {
            descriptor(Type.getObjectType(internalName).getDescriptor());
        }
    }

    private void descriptor(String descriptor) {
        type(Type.getType(descriptor));
    }

    private void type(Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(type.getElementType());
            case Type.OBJECT -> types.add(type.getInternalName());
            case Type.METHOD -> {
                type(type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    type(argument);
                }
            }
            default -> {
                // Primitive types belong to nobody.
            }
        }
    }

    /** The body of a method, and how its parameters are injected. */
    private final class Code extends MethodVisitor {

        private final Type[] parameters;
        private final boolean[] fromServices;
        private boolean injected;

        Code(String descriptor) {
            super(Opcodes.ASM9);
            parameters = Type.getArgumentTypes(descriptor);
            fromServices = new boolean[parameters.length];
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
            // Whatever the platform calls on a part or handler is injected, such as @PostConstruct and @Execute.
            injected |= annotation.equals(INJECT)
                    || annotation.startsWith("Ljakarta/annotation/")
                    || annotation.startsWith("Lorg/eclipse/e4/");
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitParameterAnnotation(int index, String annotation, boolean visible) {
            if (annotation.equals(SERVICE)) {
                fromServices[index] = true;
            }
            return null;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            type(owner);
            descriptor(descriptor);
            members.add(new Member(owner, field, descriptor, true));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            type(owner);
            descriptor(descriptor);
            members.add(new Member(owner, method, descriptor, false));
        }

        @Override
        public void visitTypeInsn(int opcode, String internalName) {
            type(internalName);
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type constant) {
                type(constant);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String site, String descriptor, Handle bootstrap, Object... arguments) {
            descriptor(descriptor);
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    boolean field = handle.getTag() <= Opcodes.H_PUTSTATIC;
                    type(handle.getOwner());
                    members.add(new Member(handle.getOwner(), handle.getName(), handle.getDesc(), field));
                } else if (argument instanceof Type constant) {
                    type(constant);
                }
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String caught) {
            type(caught);
        }

        @Override
        public void visitEnd() {
            for (int i = 0; injected && i < parameters.length; i++) {
                if (!fromServices[i]) {
                    injectedFromContext.add(parameters[i].getClassName());
                }
            }
        }

        private void type(@Nullable String internalName) {
            ClassUse.this.type(internalName);
        }

        private void type(Type constant) {
            ClassUse.this.type(constant);
        }

        private void descriptor(String text) {
            ClassUse.this.descriptor(text);
        }
    }
}
