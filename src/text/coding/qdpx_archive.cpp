#include "text/coding/qdpx_archive.hpp"

#include "base/error.hpp"

#include <zip.h>

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// A zip archive that is discarded unless it was closed.
struct OpenQdpx {
    zip_t* zip = nullptr;
    OpenQdpx() = default;
    OpenQdpx(const OpenQdpx&) = delete;
    OpenQdpx& operator=(const OpenQdpx&) = delete;
    ~OpenQdpx() {
        if (zip != nullptr) zip_discard(zip);
    }
};

[[noreturn]] void refuse_qdpx(const std::string& path, const std::string& what) {
    throw InputError({path, 0, 0, what, "export the project anew from the program that wrote it, as REFI-QDA (.qdpx)"});
}

std::string lower_archive_name(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

bool leads_outside(const std::string& name) {
    return name.starts_with('/') || name.find('\\') != std::string::npos || name.find("..") != std::string::npos ||
           name.find('\0') != std::string::npos;
}

std::string unpacked_file(zip_t* zip, zip_uint64_t index, const std::string& name, const std::string& path,
                          std::uint64_t& left, const Work& work) {
    zip_stat_t told;
    zip_stat_init(&told);
    if (zip_stat_index(zip, index, 0, &told) != 0 || (told.valid & ZIP_STAT_SIZE) == 0)
        refuse_qdpx(path, "the file '" + name + "' in the archive is damaged");
    if (told.size > left)
        throw LimitError(path + ": the archive unpacks to more than " + std::to_string((std::uint64_t{1} << 31) - 1) +
                         " bytes; it is damaged or made to do harm");
    zip_file_t* const file = zip_fopen_index(zip, index, 0);
    if (file == nullptr)
        refuse_qdpx(path, "the file '" + name + "' in the archive cannot be opened: " + zip_strerror(zip));
    std::string bytes;
    std::vector<char> piece(std::size_t{1} << 16);
    zip_int64_t got = 0;
    // What is read counts, whatever the archive says of its sizes.
    while ((got = zip_fread(file, piece.data(), piece.size())) > 0) {
        if (static_cast<std::uint64_t>(got) > left) {
            zip_fclose(file);
            throw LimitError(path + ": the archive unpacks to more than it says; it is damaged or made to do harm");
        }
        left -= static_cast<std::uint64_t>(got);
        bytes.append(piece.data(), static_cast<std::size_t>(got));
        if (work.stop_asked()) {
            zip_fclose(file);
            work.check();
        }
    }
    zip_fclose(file);
    if (got < 0) refuse_qdpx(path, "the file '" + name + "' in the archive is damaged");
    return bytes;
}

}  // namespace

const std::string* QdpxArchive::internal_file(std::string_view name) const {
    const std::string wanted = lower_archive_name(name);
    for (const auto& exact : {"Sources/" + std::string(name), std::string(name)})
        for (const auto& [file, bytes] : files)
            if (file == exact) return &bytes;
    for (const auto& [file, bytes] : files) {
        const std::string lower = lower_archive_name(file);
        if (lower == "sources/" + wanted || lower == wanted) return &bytes;
    }
    return nullptr;
}

QdpxArchive read_qdpx(std::string_view bytes, const std::string& path, const QdpxLimits& limits, const Work& work) {
    OpenQdpx open;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) open.zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (open.zip == nullptr && source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    if (open.zip == nullptr) refuse_qdpx(path, "this is no .qdpx file, which is a zip archive");
    const zip_int64_t entries = zip_get_num_entries(open.zip, 0);
    if (entries > static_cast<zip_int64_t>(limits.max_files))
        throw LimitError(path + ": the archive holds " + std::to_string(entries) + " files; at most " +
                         std::to_string(limits.max_files) + " are read");
    QdpxArchive archive;
    bool found = false;
    std::set<std::string> names;
    std::uint64_t left = limits.max_bytes;
    for (zip_int64_t at = 0; at < entries; ++at) {
        const auto index = static_cast<zip_uint64_t>(at);
        const char* const stored = zip_get_name(open.zip, index, ZIP_FL_ENC_GUESS);
        const std::string name = stored == nullptr ? std::string() : stored;
        if (name.empty() || name.ends_with('/')) continue;
        if (leads_outside(name)) refuse_qdpx(path, "the name '" + name + "' in the archive leads out of it");
        if (!names.insert(name).second) refuse_qdpx(path, "the archive holds '" + name + "' twice");
        std::string content = unpacked_file(open.zip, index, name, path, left, work);
        if (lower_archive_name(name) == "project.qde") {
            found = true;
            archive.project = std::move(content);
        } else {
            archive.files.emplace_back(name, std::move(content));
        }
    }
    if (!found) refuse_qdpx(path, "the archive holds no project.qde");
    return archive;
}

std::string write_qdpx(const QdpxArchive& archive) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const memory = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (memory == nullptr) throw FileError("the archive cannot be made");
    zip_source_keep(memory);
    OpenQdpx open;
    open.zip = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_error_fini(&error);
    const auto fail = [&] {
        zip_source_free(memory);
        throw FileError("the archive cannot be written");
    };
    if (open.zip == nullptr) fail();
    const auto add = [&](const std::string& name, const std::string& bytes) {
        if (bytes.size() >= (std::uint64_t{1} << 31))
            throw LimitError("'" + name + "' has 2^31 bytes or more, which REFI-QDA does not allow");
        zip_source_t* const source = zip_source_buffer(open.zip, bytes.data(), bytes.size(), 0);
        const zip_int64_t index =
            source == nullptr ? -1 : zip_file_add(open.zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) fail();
        const auto place = static_cast<zip_uint64_t>(index);
        // 1 January 2024, 0:00 in the form of DOS, which knows no zone.
        if (zip_set_file_compression(open.zip, place, ZIP_CM_STORE, 0) != 0 ||
            zip_file_set_dostime(open.zip, place, 0, static_cast<zip_uint16_t>(((2024 - 1980) << 9) | (1 << 5) | 1),
                                 0) != 0)
            fail();
    };
    for (const auto& [name, bytes] : archive.files) add(name, bytes);
    add("project.qde", archive.project);
    if (zip_close(open.zip) != 0) fail();
    open.zip = nullptr;
    std::string bytes;
    zip_stat_t told;
    zip_stat_init(&told);
    if (zip_source_open(memory) != 0 || zip_source_stat(memory, &told) != 0) fail();
    bytes.resize(told.size);
    const zip_int64_t got = zip_source_read(memory, bytes.data(), bytes.size());
    zip_source_close(memory);
    if (got != static_cast<zip_int64_t>(bytes.size())) fail();
    zip_source_free(memory);
    return bytes;
}

}  // namespace tarazy
