/* Files built into the program, so that a report can be written anywhere without the checkout. Which ones they are stands in
   embedded_list.inc, which CMake writes (tarazy_embed): one line a file, "embed NAME, PATH". The table says where each lies. */

.macro embed name, path
    .section .rodata
    .balign 16
.Lname\@:
    .asciz "\name"
.Lbegin\@:
    .incbin "\path"
.Lend\@:
    .byte 0
    .section .data.rel.ro, "aw"
    .quad .Lname\@, .Lbegin\@, .Lend\@
.endm

    .section .data.rel.ro, "aw"
    .balign 8
    .global tarazy_embedded_files
tarazy_embedded_files:

    .include "embedded_list.inc"

    .section .data.rel.ro, "aw"
    .global tarazy_embedded_files_end
tarazy_embedded_files_end:

.section .note.GNU-stack, "", %progbits
