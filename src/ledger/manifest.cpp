#include "ledger/manifest.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace tarazy {
namespace {

using nlohmann::ordered_json;

constexpr int manifest_layout = 1;

ordered_json output_json(const OutputRecord& output) {
    return {{"path", output.path}, {"sha256", output.sha256}, {"rows", output.rows}};
}

ordered_json input_json(const InputRecord& input) {
    ordered_json json = {{"key", input.key},          {"role", input.role}, {"path", input.path},
                         {"sha256", input.sha256},    {"rows", input.rows}, {"source", input.source},
                         {"fallback", input.fallback}};
    if (!input.raw_path.empty()) json["raw_path"] = input.raw_path;
    return json;
}

InputRecord input_from(const ordered_json& json) {
    return {json.at("key"),  json.at("role"),   json.at("path"),     json.at("sha256"),
            json.at("rows"), json.at("source"), json.at("fallback"), json.value("raw_path", "")};
}

Manifest manifest_from(const ordered_json& json) {
    Manifest manifest;
    manifest.run = {json.at("study"), json.at("title"),  json.at("focus"), json.at("tarazy").at("version"),
                    json.at("seed"),  json.at("command")};
    manifest.study_folder = json.at("study_folder");
    for (const ordered_json& input : json.at("inputs")) manifest.inputs.push_back(input_from(input));
    for (const ordered_json& output : json.at("outputs")) {
        manifest.outputs.push_back({output.at("path"), output.at("sha256"), output.at("rows")});
    }
    manifest.duration_seconds = json.at("duration_seconds");
    manifest.build = json.at("tarazy").value("build", "");
    return manifest;
}

}  // namespace

std::string manifest_text(const Manifest& manifest) {
    ordered_json json;
    json["tarazy"] = {{"manifest", manifest_layout}, {"version", manifest.run.version}};
    if (!manifest.build.empty()) json["tarazy"]["build"] = manifest.build;
    json["study"] = manifest.run.study;
    json["title"] = manifest.run.title;
    json["focus"] = manifest.run.focus;
    json["seed"] = manifest.run.seed;
    json["command"] = manifest.run.command;
    json["study_folder"] = manifest.study_folder;
    json["inputs"] = ordered_json::array();
    for (const InputRecord& input : manifest.inputs) json["inputs"].push_back(input_json(input));
    json["outputs"] = ordered_json::array();
    for (const OutputRecord& output : manifest.outputs) json["outputs"].push_back(output_json(output));
    json["duration_seconds"] = manifest.duration_seconds;
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

Manifest read_manifest(const std::string& path) {
    const std::string text = read_file(path);
    const char* const remedy =
        "name an output folder of 'tarazy study run', or run the study again into an empty folder";
    try {
        const ordered_json json = ordered_json::parse(text);
        if (!json.is_object() || !json.contains("tarazy")) {
            throw InputError(Problem{path, 0, 0, "is not a manifest of tarazy", remedy});
        }
        if (json.at("tarazy").at("manifest") != manifest_layout) {
            throw InputError(Problem{path, 0, 0, "is a manifest of another version of tarazy",
                                     "run the study again with this version"});
        }
        return manifest_from(json);
    } catch (const ordered_json::exception& error) {
        throw InputError(
            Problem{path, 0, 0, std::string("is not a manifest of tarazy (") + error.what() + ")", remedy});
    }
}

OutputRecord record_output(const std::string& folder, const std::string& relative, std::size_t rows) {
    return {relative, sha256_file(folder + '/' + relative), rows};
}

std::string study_folder_from(const std::string& output_folder, const std::string& study_folder) {
    namespace fs = std::filesystem;
    const fs::path from = fs::weakly_canonical(fs::absolute(output_folder)),
                   to = fs::weakly_canonical(fs::absolute(study_folder));
    return to.lexically_relative(from).generic_string();
}

std::string study_folder_of(const std::string& output_folder, const Manifest& manifest) {
    namespace fs = std::filesystem;
    const fs::path shown = (fs::path(output_folder) / manifest.study_folder).lexically_normal();
    // ".." behind a link leads elsewhere than its name says.
    const fs::path meant =
        (fs::weakly_canonical(fs::absolute(output_folder)) / manifest.study_folder).lexically_normal();
    // Anybody can edit a manifest: the folder that it names may be one that no disk can have (a name too long).
    std::error_code shown_fault, meant_fault;
    const fs::path one = fs::weakly_canonical(fs::absolute(shown), shown_fault);
    const fs::path other = fs::weakly_canonical(meant, meant_fault);
    return shown_fault || meant_fault || one == other ? shown.string() : meant.string();
}

}  // namespace tarazy
