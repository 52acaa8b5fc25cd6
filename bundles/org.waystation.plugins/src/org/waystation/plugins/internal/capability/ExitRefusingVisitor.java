package org.waystation.plugins.internal.capability;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Replaces each call of {@code System.exit}, {@code Runtime.exit}, {@code Runtime.halt} and
 * {@code Runtime.addShutdownHook}, and each reference to them, by a method of the class itself that throws. So the class
 * needs nothing it did not need before.
 */
final class ExitRefusingVisitor extends ClassVisitor {

    static final String SYSTEM = "java/lang/System";
    static final String RUNTIME = "java/lang/Runtime";
    static final Set<String> METHODS = Set.of("exit", "halt", "addShutdownHook");

    private static final String REFUSAL = "waystation$refuse$";

    private final String plugin;
    private final Set<Handle> refusals = new LinkedHashSet<>();
    private String owner = "";
    private boolean isInterface;

    ExitRefusingVisitor(ClassVisitor next, String plugin) {
        super(Opcodes.ASM9, next);
        this.plugin = plugin;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        owner = name;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Calls(super.visitMethod(access, name, descriptor, signature, exceptions));
    }

    @Override
    public void visitEnd() {
        for (Handle refusal : refusals) {
            MethodVisitor method = super.visitMethod(
                    Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
                    refusal.getName(),
                    refusal.getDesc(),
                    null,
                    null);
            method.visitCode();
            method.visitTypeInsn(Opcodes.NEW, "java/lang/SecurityException");
            method.visitInsn(Opcodes.DUP);
            method.visitLdcInsn("The plug-in “" + plugin + "” tried to end the program ("
                    + refusal.getName().substring(REFUSAL.length())
                    + "); it may not.");
            method.visitMethodInsn(
                    Opcodes.INVOKESPECIAL, "java/lang/SecurityException", "<init>", "(Ljava/lang/String;)V", false);
            method.visitInsn(Opcodes.ATHROW);
            method.visitMaxs(0, 0);
            method.visitEnd();
        }
        super.visitEnd();
    }

    private static boolean isRefused(String type, String name) {
        return type.equals(SYSTEM) && name.equals("exit") || type.equals(RUNTIME) && METHODS.contains(name);
    }

    /** A method of the class that takes what the refused one takes, the receiver included. */
    private Handle refusal(String type, String name, String descriptor) {
        String taking = type.equals(RUNTIME) ? "(L" + RUNTIME + ";" + descriptor.substring(1) : descriptor;
        Handle refusal = new Handle(Opcodes.H_INVOKESTATIC, owner, REFUSAL + name, taking, isInterface);
        refusals.add(refusal);
        return refusal;
    }

    private final class Calls extends MethodVisitor {

        private Calls(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean ofInterface) {
            if (isRefused(type, name)) {
                Handle refusal = refusal(type, name, descriptor);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, refusal.getName(), refusal.getDesc(), isInterface);
            } else {
                super.visitMethodInsn(opcode, type, name, descriptor, ofInterface);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] checked = arguments.clone();
            for (int i = 0; i < checked.length; i++) {
                if (checked[i] instanceof Handle handle && isRefused(handle.getOwner(), handle.getName())) {
                    checked[i] = refusal(handle.getOwner(), handle.getName(), handle.getDesc());
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, checked);
        }
    }
}
