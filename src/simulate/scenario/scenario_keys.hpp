#pragma once

#include "base/error.hpp"
#include "io/toml_document.hpp"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Reads the entries of one table of a scenario file and collects what is wrong with them. What an entry says is
/// nothing when it is not there or is wrong; both are told then, so that the caller goes on.
class ScenarioKeys {
public:
    /// @param of  what the table describes, for messages: "input 'gdp'"
    ScenarioKeys(const TomlValue& table, std::string path, std::string of, Diagnostics& diagnostics);

    /// Tells every key that is none of these, with the nearest one.
    void allow(std::initializer_list<std::string_view> keys);
    void allow(const std::vector<std::string>& keys);

    [[nodiscard]] bool has(std::string_view key) const { return table_.find(key) != nullptr; }
    [[nodiscard]] std::optional<double> number(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most);
    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    [[nodiscard]] std::optional<std::vector<double>> numbers(std::string_view key);
    [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view key);
    /// The same, and told when the key is not there.
    [[nodiscard]] double needed_number(std::string_view key);
    [[nodiscard]] std::string needed_text(std::string_view key);

    /// Calls with each table of the list `[[key]]`.
    void each(std::string_view key, const std::function<void(const TomlValue&)>& read);

    /// A problem at a key, or at the table where it has none such.
    void problem(std::string_view key, std::string what, std::string remedy);

private:
    const TomlValue* value_of(std::string_view key, std::initializer_list<TomlKind> kinds, std::string_view wanted);

    const TomlValue& table_;
    std::string path_, of_;
    Diagnostics& diagnostics_;
};

/// Can the text be the name of an input or outcome: letters of any script, digits and `_`, not beginning with a digit?
[[nodiscard]] bool is_scenario_name(std::string_view name) noexcept;

}  // namespace tarazy
