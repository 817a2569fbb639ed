#include "io/table_format.hpp"

namespace tarazy {
namespace {

std::string last_extension(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return {};
    std::string extension(path.substr(dot));
    for (char& c : extension) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return extension;
}

}  // namespace

Compression named_compression(std::string_view path) {
    const std::string extension = last_extension(path);
    if (extension == ".gz") return Compression::gzip;
    if (extension == ".xz") return Compression::xz;
    return Compression::none;
}

std::string format_extension(std::string_view path) {
    if (named_compression(path) != Compression::none) path.remove_suffix(3);
    return last_extension(path);
}

}  // namespace tarazy
