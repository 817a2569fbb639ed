#include "ledger/claim_parts_json.hpp"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace tarazy {

std::string claim_parts_json(const ClaimParts& parts) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    if (!parts.state.empty()) json["state"] = parts.state;
    if (!parts.domain.empty()) json["domain"] = parts.domain;
    if (!parts.quantity.empty()) json["quantity"] = parts.quantity;
    if (!parts.about.empty()) json["about"] = parts.about;
    if (!parts.time.empty()) json["time"] = parts.time;
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

ClaimParts claim_parts_from_json(const std::string& text) {
    try {
        const auto json = nlohmann::json::parse(text);
        return {json.value("state", ""), json.value("domain", ""), json.value("quantity", ""),
                json.value("about", std::vector<std::string>{}), json.value("time", "")};
    } catch (const nlohmann::json::exception& error) {
        throw std::invalid_argument(std::string("the parts of a claim cannot be understood: ") + error.what());
    }
}

}  // namespace tarazy
