#pragma once

#include "study/study_result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace tarazy {

// What the data of all figures have in common. Numbers carry all digits; missing is null.

[[nodiscard]] nlohmann::ordered_json json_of(const LocalText& local);
[[nodiscard]] nlohmann::ordered_json json_of(std::optional<double> value);
[[nodiscard]] nlohmann::ordered_json json_of_integer(std::optional<std::int64_t> value);

/// A figure without columns and rows. @param kind  which picture the script draws of it
[[nodiscard]] nlohmann::ordered_json figure_json(const std::string& id, const std::string& kind, const LocalText& title,
                                                 const LocalText& description);

}  // namespace tarazy
