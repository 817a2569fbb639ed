#include "serve/served_place.hpp"

#include "serve/request.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace tarazy {

nlohmann::json command_json(const ServedPlace& place, std::vector<std::string> arguments) {
    OwnCommand command{place.program, std::move(arguments), place.folder.path};
    const std::string typed = as_typed(command);
    command.for_server = {"--format", "json", "--quiet"};
    CommandOutcome outcome = run_own_command(command);
    if (outcome.status > 1) {
        if (outcome.errors.empty()) outcome.errors = "the command ended with status " + std::to_string(outcome.status);
        while (outcome.errors.ends_with('\n')) outcome.errors.pop_back();
        throw RefusedRequest{outcome.status <= 5 ? 422 : 500, outcome.errors, ""};
    }
    const auto document = nlohmann::json::parse(outcome.output, nullptr, false);
    if (!document.is_object()) throw RefusedRequest{500, "'" + typed + "' gave no JSON", ""};
    const nlohmann::json head = document.value("tarazy", nlohmann::json::object());
    return {{"result", document.value("result", nlohmann::json(nullptr))},
            {"command", typed},
            {"notes", head.value("notes", nlohmann::json::array())},
            {"warnings", head.value("warnings", nlohmann::json::array())},
            {"status", outcome.status}};
}

void require_within(const ServedPlace& place, const std::string& path) {
    (void)path_within(place.folder, relative_to(place.folder, path));
}

std::string relative_to(const ServedFolder& folder, const std::string& path) {
    const std::string relative = std::filesystem::path(path).lexically_relative(folder.path).string();
    // No option of a command.
    if (relative.starts_with('-')) return "./" + relative;
    return relative.empty() ? "." : relative;
}

}  // namespace tarazy
