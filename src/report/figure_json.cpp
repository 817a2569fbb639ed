#include "report/figure_json.hpp"

#include "report/messages.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace tarazy {

using Json = nlohmann::ordered_json;

Json json_of(const LocalText& local) {
    return {{"en", local.en}, {"kk", in_language(local, "kk")}, {"ru", in_language(local, "ru")}};
}

Json json_of(std::optional<double> value) {
    if (!value || !std::isfinite(*value)) return nullptr;
    return *value;
}

Json json_of_integer(std::optional<std::int64_t> value) {
    return value ? Json(*value) : Json(nullptr);
}

Json figure_json(const std::string& id, const std::string& kind, const LocalText& title, const LocalText& description) {
    return {{"id", id}, {"kind", kind}, {"title", json_of(title)}, {"description", json_of(description)}};
}

}  // namespace tarazy
