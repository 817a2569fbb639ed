#include "serve/request_json.hpp"

#include <nlohmann/json.hpp>

#include <charconv>

namespace tarazy {

using nlohmann::json;

json body_of(const Request& request) {
    json body = json::parse(request.body, nullptr, false);
    if (!body.is_object()) throw RefusedRequest{400, "The request is not understood: its body is no JSON object.", ""};
    return body;
}

std::string text_of(const json& body, const std::string& key) {
    const auto found = body.find(key);
    if (found == body.end() || !found->is_string())
        throw RefusedRequest{400, "The request is not understood: '" + key + "' is lacking.", ""};
    return found->get<std::string>();
}

std::string text_of(const json& body, const std::string& key, std::string_view otherwise) {
    return body.contains(key) && !body.at(key).is_null() ? text_of(body, key) : std::string(otherwise);
}

std::vector<std::string> texts_of(const json& body, const std::string& key) {
    std::vector<std::string> texts;
    const auto found = body.find(key);
    if (found == body.end() || found->is_null()) return texts;
    if (!found->is_array()) throw RefusedRequest{400, "The request is not understood: '" + key + "' is no list.", ""};
    for (const json& one : *found) {
        if (!one.is_string())
            throw RefusedRequest{400, "The request is not understood: '" + key + "' is no list of texts.", ""};
        texts.push_back(one.get<std::string>());
    }
    return texts;
}

std::string asked(const Request& request, const std::string& key) {
    const auto found = request.query.find(key);
    if (found == request.query.end())
        throw RefusedRequest{400, "The request is not understood: '" + key + "' is lacking.", ""};
    return found->second;
}

std::string asked(const Request& request, const std::string& key, std::string_view otherwise) {
    return request.query.contains(key) ? request.query.at(key) : std::string(otherwise);
}

std::size_t asked_number(const Request& request, const std::string& key, std::size_t otherwise) {
    if (!request.query.contains(key)) return otherwise;
    const std::string& text = request.query.at(key);
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw RefusedRequest{400, "The request is not understood: '" + key + "' is no number.", ""};
    return value;
}

Answer json_answer(const json& body) {
    return {200, body.dump(-1, ' ', false, json::error_handler_t::replace), "application/json", {}};
}

}  // namespace tarazy
