#include "base/build_identity.hpp"

#include "base/sha256.hpp"

#include <elf.h>
#include <link.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>

namespace tarazy {
namespace {

std::string hex_of(const unsigned char* bytes, std::size_t size) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

constexpr std::size_t padded(std::size_t size) {
    return (size + 3) / 4 * 4;
}

/// The description of the note NT_GNU_BUILD_ID of owner "GNU" among notes (ELF: name size, description size, type,
/// name, description, each padded to four bytes); empty when there is none.
std::string id_in_notes(const unsigned char* notes, std::size_t size) {
    while (size >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head;
        std::memcpy(&head, notes, sizeof head);
        const std::size_t length = sizeof head + padded(head.n_namesz) + padded(head.n_descsz);
        if (length > size) break;
        const unsigned char* name = notes + sizeof head;
        if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == 4 && std::memcmp(name, "GNU", 4) == 0)
            return hex_of(name + padded(head.n_namesz), head.n_descsz);
        notes += length;
        size -= length;
    }
    return "";
}

/// Is the code of this file a part of the object? It may be that of a package for another language, not the program.
bool is_ours(const dl_phdr_info& info) {
    static const int here = 0;
    const auto address = reinterpret_cast<std::uintptr_t>(&here);
    for (std::size_t i = 0; i < info.dlpi_phnum; ++i) {
        const auto& segment = info.dlpi_phdr[i];
        const std::uintptr_t begin = info.dlpi_addr + segment.p_vaddr;
        if (segment.p_type == PT_LOAD && address >= begin && address - begin < segment.p_memsz) return true;
    }
    return false;
}

/// Called for each object of the process.
int look_into(dl_phdr_info* info, std::size_t, void* found) {
    if (!is_ours(*info)) return 0;
    for (std::size_t i = 0; i < info->dlpi_phnum; ++i) {
        const auto& segment = info->dlpi_phdr[i];
        if (segment.p_type != PT_NOTE) continue;
        const auto* notes = reinterpret_cast<const unsigned char*>(info->dlpi_addr + segment.p_vaddr);
        std::string id = id_in_notes(notes, segment.p_memsz);
        if (id.empty()) continue;
        *static_cast<std::string*>(found) = std::move(id);
        break;
    }
    return 1;
}

}  // namespace

const std::string& build_identity() {
    static const std::string identity = [] {
        std::string id;
        dl_iterate_phdr(look_into, &id);
        if (!id.empty()) return id;
        std::ifstream program("/proc/self/exe", std::ios::binary);
        return sha256_hex(std::string(std::istreambuf_iterator<char>(program), {}));
    }();
    return identity;
}

}  // namespace tarazy
