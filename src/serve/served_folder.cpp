#include "serve/served_folder.hpp"

#include "base/error.hpp"
#include "serve/request.hpp"

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_listed = 2000, most_looked_at = 20000;

bool lies_within(const fs::path& path, const fs::path& folder) {
    const auto [at, end] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return at == folder.end();
}

}  // namespace

ServedFolder served_folder(const std::string& path) {
    std::error_code error;
    const fs::path found = fs::canonical(path, error);
    if (error || !fs::is_directory(found, error)) throw FileError(path + ": there is no such folder");
    return {found.string()};
}

std::string path_within(const ServedFolder& folder, std::string_view relative) {
    const fs::path named{std::string(relative)};
    const bool climbs = std::ranges::any_of(named, [](const fs::path& part) { return part == ".."; });
    const bool odd = std::ranges::any_of(relative, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (named.is_absolute() || climbs || odd)
        throw RefusedRequest{403, "This path leads out of the folder that is served.", ""};
    std::error_code error;
    fs::path found = fs::weakly_canonical(fs::path(folder.path) / named, error);
    if (!found.has_filename()) found = found.parent_path();
    if (error || !lies_within(found, folder.path))
        throw RefusedRequest{403, "This path leads out of the folder that is served.", ""};
    return found.string();
}

std::vector<FolderEntry> entries_of(const std::string& path) {
    std::error_code error;
    std::vector<FolderEntry> entries;
    if (!fs::is_directory(path, error)) throw RefusedRequest{404, "There is no such folder.", ""};
    for (auto at = fs::directory_iterator(path, fs::directory_options::skip_permission_denied, error);
         !error && at != fs::directory_iterator() && entries.size() < most_listed; at.increment(error)) {
        FolderEntry entry;
        entry.name = at->path().filename().string();
        if (entry.name.starts_with('.')) continue;
        std::error_code ignored;
        entry.folder = at->is_directory(ignored);
        entry.study = entry.folder && fs::is_regular_file(at->path() / "study.toml", ignored);
        if (at->is_regular_file(ignored)) entry.bytes = at->file_size(ignored);
        entries.push_back(std::move(entry));
    }
    std::ranges::sort(entries, [](const FolderEntry& a, const FolderEntry& b) {
        return std::pair(!a.folder, a.name) < std::pair(!b.folder, b.name);
    });
    return entries;
}

std::vector<std::string> studies_within(const ServedFolder& folder, int depth) {
    std::vector<std::string> studies;
    std::size_t looked_at = 0;
    std::error_code error;
    if (fs::is_regular_file(fs::path(folder.path) / "study.toml", error)) studies.emplace_back("");
    auto at = fs::recursive_directory_iterator(folder.path, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator() && ++looked_at < most_looked_at; at.increment(error)) {
        std::error_code ignored;
        const std::string name = at->path().filename().string();
        if (!at->is_directory(ignored)) continue;
        if (at.depth() >= depth - 1 || name.starts_with('.') || name == "node_modules" || name == "build")
            at.disable_recursion_pending();
        if (!name.starts_with('.') && fs::is_regular_file(at->path() / "study.toml", ignored))
            studies.push_back(fs::relative(at->path(), folder.path, ignored).string());
    }
    std::ranges::sort(studies);
    return studies;
}

}  // namespace tarazy
