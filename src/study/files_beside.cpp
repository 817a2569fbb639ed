#include "study/files_beside.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace tarazy {

BesideReader::BesideReader(const std::string& record, BesideRead how)
    : folder_(std::filesystem::path(record).parent_path().string()), how_(how) {}

std::string BesideReader::path(const nlohmann::ordered_json& entry) const {
    return (std::filesystem::path(folder_) / entry.at("file").get<std::string>()).string();
}

std::optional<std::string> BesideReader::text(const nlohmann::ordered_json& entry) const {
    if (how_ == BesideRead::none) return std::nullopt;
    const std::string file = path(entry);
    std::string text;
    try {
        text = read_file(file);
    } catch (const FileError&) {
        if (how_ == BesideRead::as_found) return std::nullopt;
        throw;
    }
    if (sha256_hex(text) == entry.at("sha256").get<std::string>()) return text;
    if (how_ == BesideRead::as_found) return std::nullopt;
    throw InputError(Problem{file, 0, 0, "was changed since the run, or belongs to another one",
                             "run the study again; 'tarazy study verify' shows what was changed"});
}

}  // namespace tarazy
