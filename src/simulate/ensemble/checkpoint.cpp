#include "simulate/ensemble/checkpoint.hpp"

#include "base/abandoned.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"

#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace tarazy {
namespace {

namespace fs = std::filesystem;
const std::string block_prefix = "block-", block_ending = ".runs";

bool names_block(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with(block_prefix) && name.ends_with(block_ending);
}

/// A block that is being written aside, or was when its process was killed.
bool names_partial_block(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with(block_prefix) && name.find(block_ending + ".partial-") != std::string::npos;
}

/// What stands before the numbers of a block: of what it is, and a digest by which damage shows.
std::string block_head(const std::string& id, std::string_view numbers) {
    return id + '\n' + sha256_hex(numbers) + '\n';
}

/// The bytes of the numbers, when nothing happened to them.
std::optional<std::string_view> sound_numbers(std::string_view bytes, const std::string& id) {
    const std::size_t head = id.size() + 1 + 64 + 1;
    if (bytes.size() < head) return std::nullopt;
    const std::string_view numbers = bytes.substr(head);
    return bytes.starts_with(block_head(id, numbers)) ? std::optional(numbers) : std::nullopt;
}

}  // namespace

Checkpoint::Checkpoint(std::string folder, std::string id) : folder_(std::move(folder)), id_(std::move(id)) {
    if (folder_.empty()) return;
    std::error_code error;
    fs::create_directories(folder_, error);
    if (!fs::is_directory(folder_)) throw FileError(folder_ + ": cannot be made a folder (" + error.message() + ")");
    std::vector<fs::path> partial;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) {
        const std::string name = entry.path().filename().string();
        if (!names_block(entry.path())) {
            if (names_partial_block(entry.path())) {
                partial.push_back(entry.path());
                continue;
            }
            throw UsageError("--checkpoint: '" + folder_ + "' holds '" + name + "'; name a folder of its own");
        }
        const std::string bytes = read_file(entry.path().string());
        if (!bytes.starts_with(id_ + '\n'))
            throw UsageError("--checkpoint: '" + folder_ +
                             "' holds blocks of another scenario, seed or version; name another folder, or remove it");
        found_ += sound_numbers(bytes, id_) ? 1 : 0;  // a damaged one is computed anew
    }
    for (const fs::path& path : partial) {
        const std::string name = path.string();
        sweep_partial_files(name.substr(0, name.rfind(".partial-")));
    }
}

std::string Checkpoint::file_of(std::size_t number) const {
    return (fs::path(folder_) / (block_prefix + std::to_string(number) + block_ending)).string();
}

std::optional<std::vector<double>> Checkpoint::block(std::size_t number, std::size_t size) const {
    if (folder_.empty() || !fs::exists(file_of(number))) return std::nullopt;
    const std::string bytes = read_file(file_of(number));
    const auto sound = sound_numbers(bytes, id_);
    if (!sound || sound->size() != size * sizeof(double)) return std::nullopt;
    std::vector<double> numbers(size);
    std::memcpy(numbers.data(), sound->data(), sound->size());
    return numbers;
}

void Checkpoint::keep(std::size_t number, std::span<const double> numbers) const {
    if (folder_.empty()) return;
    std::string bytes(numbers.size_bytes(), '\0');
    std::memcpy(bytes.data(), numbers.data(), numbers.size_bytes());
    write_file_atomically(file_of(number), block_head(id_, bytes) + bytes);
}

void Checkpoint::remove() const {
    if (folder_.empty()) return;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_, ignored))
        if (names_block(entry.path()) || names_partial_block(entry.path())) fs::remove(entry.path(), ignored);
    fs::remove(folder_, ignored);  // only when it is empty
}

}  // namespace tarazy
