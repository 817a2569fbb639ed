#include "base/error.hpp"
#include "base/passing_folder.hpp"
#include "base/sha256.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/text_input.hpp"
#include "io/atomic_file.hpp"
#include "io/write_table.hpp"
#include "table/table_rows.hpp"
#include "text/coding/code_points.hpp"
#include "text/coding/qdpx_export.hpp"

#include <filesystem>
#include <map>
#include <memory>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

struct QdpxCommand {
    std::string direction, file, folder, segments, documents, codebook, ends = "auto", name;
};

std::optional<SelectionEnds> asked_ends(const QdpxCommand& command) {
    if (command.ends == "auto") return std::nullopt;
    return command.ends == "inclusive" ? SelectionEnds::inclusive : SelectionEnds::exclusive;
}

/// `doc,start,end,coder,code,text,memo`, in the project's order.
Table segments_with_texts(const CodedProject& project) {
    std::map<std::string, CodePointCuts> cuts;
    for (const ProjectDocument& document : project.documents) cuts.emplace(document.doc, CodePointCuts(document.text));
    TableRows rows(TextColumn{"doc"}, IntegerColumn{"start"}, IntegerColumn{"end"}, TextColumn{"coder"},
                   TextColumn{"code"}, TextColumn{"text"}, TextColumn{"memo"});
    for (const Segment& one : project.segments)
        rows.add(one.doc, one.start, one.end, one.coder, one.code, cuts.at(one.doc).cut(one.start, one.end), one.memo);
    return rows.table();
}

/// What is in a folder, by name; a folder in it has no bytes.
std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        files[entry.path().filename().string()] =
            entry.is_regular_file() ? read_file(entry.path().string()) : std::string();
    return files;
}

/// Writes the parts of a project into a folder that is not there yet or empty, all of them or none. One that holds
/// these parts already, since the command was killed behind this point, is as it should be.
void write_project_folder(const QdpxCommand& command, const QdpxArchive& archive, const QdpxReading& reading) {
    const fs::path given = fs::absolute(command.folder).lexically_normal();
    const fs::path target = given.has_filename() ? given : given.parent_path();
    fs::create_directories(target.parent_path());
    const PassingFolder aside(target.parent_path(), ".tarazy-qdpx");
    const fs::path& folder = aside.path();
    // What later exports start from: the project as it came, byte for byte.
    write_file_atomically((folder / "base.qdpx").string(), write_qdpx(archive));
    TableRows documents(TextColumn{"doc_id"}, TextColumn{"text"});
    for (const ProjectDocument& document : reading.project.documents) documents.add(document.doc, document.text);
    write_table(documents.table(), (folder / "documents.csv").string());
    write_table(code_tree_table(reading.project.codes), (folder / "codebook.csv").string());
    write_table(segments_with_texts(reading.project), (folder / "segments.csv").string());
    if (fs::exists(target) && !(fs::is_directory(target) && fs::is_empty(target))) {
        if (fs::is_directory(target) && files_in(target) == files_in(folder)) return;
        throw UsageError("--folder " + command.folder +
                         ": the folder is not empty; name a new one, so that nothing is overwritten");
    }
    aside.put_in_place(target);
}

void import_qdpx(Session& session, const QdpxCommand& command) {
    const std::string bytes = read_file(command.file);
    const QdpxArchive archive = read_qdpx(bytes, command.file, {}, session.work);
    const QdpxReading reading = read_qdpx_project(archive, command.file, asked_ends(command));
    session.inputs.push_back({command.file, sha256_hex(bytes), reading.project.segments.size(), {}});
    for (const std::string& text : reading.notes) note(session, text);
    for (const std::string& text : reading.warnings) warn(session, text);
    if (reading.project.segments.empty()) warn(session, "the project has no coding that could be read");
    if (reading.out_of_range > 0) session.status = exit_check_failed;
    if (!command.folder.empty()) write_project_folder(command, archive, reading);
    print_table(session, segments_with_texts(reading.project));
}

std::string part_of_folder(const QdpxCommand& command, const std::string& given, const char* name) {
    if (!given.empty() || command.folder.empty()) return given;
    const fs::path file = fs::path(command.folder) / name;
    return fs::exists(file) ? file.string() : std::string();
}

void export_qdpx(Session& session, const QdpxCommand& command) {
    if (!command.folder.empty() && !fs::is_directory(command.folder))
        throw FileError(command.folder + ": there is no such folder; make one with qdpx import --folder");
    const std::string segments = part_of_folder(command, command.segments, "segments.csv");
    const std::string base_file = part_of_folder(command, "", "base.qdpx");
    const std::string documents =
        base_file.empty() ? part_of_folder(command, command.documents, "documents.csv") : command.documents;
    const std::string codebook = part_of_folder(command, command.codebook, "codebook.csv");
    if (segments.empty() || (documents.empty() && base_file.empty()))
        throw UsageError("export needs --segments and --documents, or the --folder of an import");
    CodedProject project;
    project.name = command.name;
    project.segments = read_segments(read_input(session, segments));
    if (!codebook.empty()) project.codes = read_code_tree(read_input(session, codebook));
    if (!documents.empty()) {
        TextInput input;
        input.path = documents;
        const Corpus corpus = read_corpus_input(session, input);
        for (std::size_t doc = 0; doc < corpus.size(); ++doc)
            project.documents.push_back({corpus.ids[doc], corpus.texts[doc], ""});
    }
    std::optional<QdpxArchive> base;
    if (!base_file.empty()) base = read_qdpx(read_file(base_file), base_file, {}, session.work);
    check_reading(session);
    const QdpxArchive archive = qdpx_of_project(project, segments, base ? &*base : nullptr, asked_ends(command));
    write_file_atomically(command.file, write_qdpx(archive));
    TableRows rows(TextColumn{"file"}, IntegerColumn{"segments"}, IntegerColumn{"files"}, IntegerColumn{"bytes"});
    rows.add(command.file, project.segments.size(), archive.files.size(), fs::file_size(command.file));
    print_table(session, rows.table());
}

}  // namespace

void add_text_qdpx(CLI::App& noun, Session& session) {
    auto options = std::make_shared<QdpxCommand>();
    CLI::App& app = add_command(
        noun, "qdpx",
        "Codings from and to MAXQDA, ATLAS.ti, NVivo, QualCoder and others, by the exchange format REFI-QDA (.qdpx).",
        {{"tarazy text qdpx import src/text/testdata/sample.qdpx", "the segments of a project with their texts"},
         {"tarazy text qdpx import src/text/testdata/sample.qdpx --folder sample",
          "into a folder, to change and export"},
         {"tarazy text qdpx export changed.qdpx --folder sample",
          "out of that folder; what was not changed stays as it was"}},
        session, [&session, options] {
            if (options->direction == "import") return import_qdpx(session, *options);
            export_qdpx(session, *options);
        });
    app.add_option("direction", options->direction, "import or export")
        ->required()
        ->check(CLI::IsMember({"import", "export"}));
    app.add_option("file", options->file, "the .qdpx file to read or to write")->required();
    app.add_option("--folder", options->folder,
                   "import: a new folder for documents.csv, codebook.csv, segments.csv and the project as it came; "
                   "export: such a folder");
    app.add_option("--segments", options->segments, "export: doc,start,end,coder,code[,memo]");
    app.add_option("--documents", options->documents, "export: doc_id,text or a folder of .txt files");
    app.add_option("--codebook", options->codebook, "export: code[,parent][,name][,description][,color]");
    app.add_option("--name", options->name, "export: name of a new project");
    app.add_option("--ends", options->ends, "are end positions the last character (inclusive) or the one behind it?")
        ->check(CLI::IsMember({"auto", "exclusive", "inclusive"}))
        ->capture_default_str();
}

}  // namespace tarazy
