#include "report/embedded.hpp"

#include <algorithm>
#include <cassert>
#include <span>

namespace {

/// As embedded_files.S lays it down.
struct EmbeddedFile {
    const char* name;
    const char* begin;
    const char* end;
};

}  // namespace

// Defined in embedded_files.S.
extern "C" const EmbeddedFile tarazy_embedded_files[];
extern "C" const EmbeddedFile tarazy_embedded_files_end[];

namespace tarazy {
namespace {

std::span<const EmbeddedFile> embedded_files() {
    return {&tarazy_embedded_files[0], &tarazy_embedded_files_end[0]};
}

}  // namespace

std::string_view embedded_file(std::string_view name) {
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.name == name) return {file.begin, file.end};
    }
    assert(false && "no such embedded file");
    return {};
}

std::vector<std::string_view> embedded_catalogues(std::string_view language) {
    std::vector<std::string_view> names;
    for (const EmbeddedFile& file : embedded_files()) {
        const std::string_view name = file.name;
        if (name.ends_with(".json") && name.substr(0, name.find('/')) == language) names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
}

}  // namespace tarazy
