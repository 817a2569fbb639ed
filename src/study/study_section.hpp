#pragma once

#include "base/error.hpp"
#include "io/toml_document.hpp"
#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What is wrong with one study file, collected while it is read.
struct StudyProblems {
    std::string path;
    std::vector<Problem> problems;
    std::vector<Problem> warnings;

    void problem(TextPlace place, std::string what, std::string remedy);
    void warning(TextPlace place, std::string what, std::string remedy);
    /// @throws InputError with the problems in the order of the file's lines, the first Diagnostics::kept in full
    void throw_if_any();
};

/// One table of a study file, read key by key. Wrong types and missing keys become problems and give an empty value, so
/// that reading goes on; `finish` reports the keys that nobody asked for.
class StudySection {
public:
    /// @param name  how messages call it: "[study]", "[data.votes]"
    StudySection(const TomlValue& table, std::string name, StudyProblems& problems)
        : table_(table), name_(std::move(name)), problems_(problems) {}

    [[nodiscard]] PlacedText text(const std::string& key, bool required = true);
    /// A text, or a whole number as text (years are written either way).
    [[nodiscard]] std::string words(const std::string& key);
    /// A text, or a list of texts.
    [[nodiscard]] std::vector<PlacedText> texts(const std::string& key, bool required = true);
    [[nodiscard]] std::optional<std::int64_t> integer(const std::string& key);
    [[nodiscard]] std::optional<double> number(const std::string& key);
    [[nodiscard]] std::optional<bool> boolean(const std::string& key);
    /// A table with en, kk, ru (en is required), or a text, which is English. A warning when a language is lacking.
    [[nodiscard]] LocalText local_text(const std::string& key, bool required = true);
    /// The same, or a whole number; a text alone is no cause for a warning: "1945-2018" needs no other language.
    [[nodiscard]] LocalText local_words(const std::string& key);
    /// A list of such.
    [[nodiscard]] std::vector<LocalText> local_texts(const std::string& key);
    /// A list of tables (`[[key]]`), or nothing.
    [[nodiscard]] std::vector<const TomlValue*> tables(const std::string& key);
    /// The tables in a table (`[key.name]`), or nothing.
    [[nodiscard]] std::vector<const TomlEntry*> named_tables(const std::string& key);
    /// The entries of a table, whatever they are.
    [[nodiscard]] std::span<const TomlEntry> entries(const std::string& key);
    /// The entry as it stands.
    [[nodiscard]] const TomlEntry* entry(const std::string& key, bool required);

    [[nodiscard]] TextPlace place() const noexcept { return table_.place; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    void finish();

private:
    const TomlEntry* entry_of_kind(const std::string& key, bool required, TomlKind kind);
    void wrong_kind(const TomlEntry& entry, const std::string& expected);
    [[nodiscard]] LocalText read_local_text(const TomlValue& value, const std::string& key);

    const TomlValue& table_;
    std::string name_;
    StudyProblems& problems_;
    std::vector<std::string> known_;
};

}  // namespace tarazy
