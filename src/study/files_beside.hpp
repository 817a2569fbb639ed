#pragma once

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>
#include <string>

namespace tarazy {

// `results/study.json` holds tables and claims whole, or names the file beside it that holds them.

/// Files beside `results/study.json`, and the SHA-256 of each: {"shares.csv", "3f.."}.
using FilesBeside = std::map<std::string, std::string>;

/// What to do with a file beside that is gone or is not the one recorded: to refuse it, or to do without what it holds.
/// The second is for those who look at the record; the third does without all of them, whatever they are.
enum class BesideRead { sound, as_found, none };

/// Reads what the entries of a record name.
class BesideReader {
public:
    /// @param record  path of `study.json`, in whose folder the files lie
    BesideReader(const std::string& record, BesideRead how);

    /// Path of the file that an entry {"file", "sha256"} names.
    [[nodiscard]] std::string path(const nlohmann::ordered_json& entry) const;

    /// The bytes of that file; nothing of `as_found` if it is gone or another one, of `none`.
    /// @throws InputError if the file was changed, FileError if it cannot be read (both of `sound` only);
    ///         std::exception of the JSON library if it is no such entry
    [[nodiscard]] std::optional<std::string> text(const nlohmann::ordered_json& entry) const;

private:
    std::string folder_;
    BesideRead how_;
};

}  // namespace tarazy
