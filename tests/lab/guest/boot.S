/* Multiboot entry, interrupt stubs. QEMU enters in 32-bit protected mode with flat segments and interrupts off. */
        .set MAGIC, 0x1BADB002
        .set FLAGS, 0x00000003          /* align modules, give memory size */

        .section .multiboot, "a"
        .align 4
        .long MAGIC
        .long FLAGS
        .long -(MAGIC + FLAGS)

        .section .text
        .globl _start
_start:
        cli
        cld
        lgdt gdt_pointer
        ljmp $0x08, $1f
1:      mov $0x10, %ecx
        mov %ecx, %ds
        mov %ecx, %es
        mov %ecx, %fs
        mov %ecx, %gs
        mov %ecx, %ss
        mov $stack_top, %esp
        push %ebx                       /* multiboot information */
        push %eax                       /* multiboot magic */
        call guest_main
2:      cli
        hlt
        jmp 2b

        .globl on_timer_stub
on_timer_stub:
        pushal
        cld
        call on_timer
        popal
        iret

        .globl on_spurious_stub
on_spurious_stub:
        iret

        .section .rodata
        .align 8
gdt:
        .quad 0
        .quad 0x00CF9A000000FFFF        /* 0x08: code, flat */
        .quad 0x00CF92000000FFFF        /* 0x10: data, flat */
gdt_pointer:
        .word . - gdt - 1
        .long gdt

        .section .bss
        .align 16
        .skip 16384
stack_top:

        .section .note.GNU-stack, "", @progbits
