#pragma once

#include "io/toml_document.hpp"
#include "study/study_section.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tarazy {

/// Sessions or years, both ends included.
struct Span {
    int first = 0;
    int last = 0;
    [[nodiscard]] bool contains(std::int64_t value) const noexcept { return first <= value && value <= last; }
    friend bool operator==(const Span&, const Span&) = default;
};

/// "47-80", or "47" when both ends are the same.
[[nodiscard]] std::string to_string(const Span& span);
/// Reads what `to_string` writes; nothing when the text is no span or its ends are the wrong way round.
[[nodiscard]] std::optional<Span> parse_span(std::string_view text);

enum class ParameterKind {
    integer,
    real,
    text,
    label,  ///< a text or a whole number, kept as text
    span,
    spans,
    texts,   ///< a table of texts: { imports = "imports_from_" }
    numbers  ///< a table of numbers: { votes = 1, imports = 0.5 }
};

using NamedTexts = std::map<std::string, std::string>;
using NamedNumbers = std::map<std::string, double>;

/// One parameter of a method in a study file.
struct ParameterRule {
    std::string name;
    ParameterKind kind = ParameterKind::text;
    std::optional<std::string> standard;  ///< value when the study does not name it, as it would be written; nothing:
                                          ///< stays unset; tables and lists begin empty
    double least = 0, most = 0;           ///< range of numbers, of those of a table too, and of the ends of spans
    std::vector<std::string> choices;     ///< of texts; empty: any
    std::string meaning;
};

/// The parameters of one analysis, checked and with their standard values filled in. Unset ones are absent.
class Parameters {
public:
    using Value = std::variant<std::int64_t, double, std::string, Span, std::vector<Span>, NamedTexts, NamedNumbers>;

    void set(const std::string& name, Value value) { values_[name] = std::move(value); }
    [[nodiscard]] bool has(const std::string& name) const { return values_.contains(name); }
    /// @pre has(name), and the rule has this kind
    template <class T>
    [[nodiscard]] const T& get(const std::string& name) const {
        return std::get<T>(values_.at(name));
    }
    /// JSON object, sorted by name: what the ledger and the cache know an analysis by.
    [[nodiscard]] std::string json() const;

private:
    std::map<std::string, Value> values_;
};

/// Reads the written parameters of one analysis by its method's rules; what does not fit becomes a problem.
/// @param owner  how messages call it: "align.similarity"
[[nodiscard]] Parameters read_parameters(std::span<const TomlEntry> written, std::span<const ParameterRule> rules,
                                         const std::string& owner, StudyProblems& problems);

}  // namespace tarazy
