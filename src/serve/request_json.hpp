#pragma once

#include "serve/request.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The body of a request. @throws RefusedRequest (400) if it is no JSON object
[[nodiscard]] nlohmann::json body_of(const Request& request);

/// A text of the body. @throws RefusedRequest (400) where it is lacking or something else
[[nodiscard]] std::string text_of(const nlohmann::json& body, const std::string& key);
[[nodiscard]] std::string text_of(const nlohmann::json& body, const std::string& key, std::string_view otherwise);
[[nodiscard]] std::vector<std::string> texts_of(const nlohmann::json& body, const std::string& key);

/// A value of the query: `?key=value`. @throws RefusedRequest (400) where it is lacking
[[nodiscard]] std::string asked(const Request& request, const std::string& key);
[[nodiscard]] std::string asked(const Request& request, const std::string& key, std::string_view otherwise);
/// A number of the query. @throws RefusedRequest (400) where it is none
[[nodiscard]] std::size_t asked_number(const Request& request, const std::string& key, std::size_t otherwise);

/// What is sent, characters that are no UTF-8 replaced.
[[nodiscard]] Answer json_answer(const nlohmann::json& body);

}  // namespace tarazy
