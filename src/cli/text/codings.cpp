#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "cli/given_tables.hpp"
#include "cli/text/commands.hpp"
#include "cli/text/sentence_language.hpp"
#include "cli/text/text_input.hpp"
#include "io/write_table.hpp"
#include "text/coding/change_log.hpp"
#include "text/coding/code_matrices.hpp"
#include "text/coding/code_points.hpp"
#include "text/coding/coding_assignment.hpp"
#include "text/coding/coding_store.hpp"
#include "text/coding/merge_segments.hpp"
#include "text/coding/segment_agreement.hpp"
#include "text/coding/sentence_segments.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <memory>
#include <thread>

namespace tarazy {
namespace {

struct CodingsCommand {
    std::vector<std::string> files;
    std::string action = "list", documents, doc, coder, code, memo, coders, show = "documents", conflicts, language;
    std::size_t start = 0, end = 0, within = 100, change = 0;
    double double_share = 0.2;
    bool all_text = false, same_coder = false;
};

bool is_coding_store(const std::string& path) {
    return path.ends_with(".sqlite") || path.ends_with(".db");
}

/// The log that lies beside segments.csv: segments.log.csv.
std::string log_beside(const std::string& path) {
    std::filesystem::path file(path);
    return file.replace_extension(".log.csv").string();
}

/// The changes of a file of segments; where it has no log yet, its segments count as added at the beginning.
std::vector<CodingChange> changes_of_file(Session& session, const std::string& path) {
    if (std::filesystem::exists(log_beside(path))) return read_changes(read_input(session, log_beside(path)));
    std::vector<CodingChange> log;
    if (!is_given_table(session, path) && !std::filesystem::exists(path)) return log;
    for (Segment& segment : read_segments(read_input(session, path))) {
        const std::string by = segment.coder;
        log.push_back({static_cast<std::int64_t>(log.size()) + 1, "", by, true, std::move(segment), {}});
    }
    return log;
}

std::vector<Segment> segments_of(Session& session, const std::string& path) {
    if (!is_coding_store(path)) return read_segments(read_input(session, path));
    if (!std::filesystem::exists(path)) throw FileError(path + ": there is no such file");
    return CodingStore(path).segments();
}

std::vector<CodingChange> changes_of(Session& session, const std::string& path) {
    if (!is_coding_store(path)) return changes_of_file(session, path);
    if (!std::filesystem::exists(path)) throw FileError(path + ": there is no such file");
    return CodingStore(path).changes();
}

Corpus documents_of(Session& session, const CodingsCommand& command) {
    TextInput input;
    input.path = command.documents;
    return read_corpus_input(session, input);
}

std::vector<DocumentLength> lengths_of(Session& session, const CodingsCommand& command) {
    std::vector<DocumentLength> lengths;
    if (command.documents.empty()) return lengths;
    const Corpus corpus = documents_of(session, command);
    for (std::size_t doc = 0; doc < corpus.size(); ++doc)
        lengths.push_back({corpus.ids[doc], code_point_count(corpus.texts[doc])});
    return lengths;
}

/// One writer at a time in a folder: what two change at once is changed by one after the other, in a file of segments,
/// too, where the later one would overwrite the earlier one unseen.
class FolderLock {
public:
    explicit FolderLock(const std::string& file) {
        const std::filesystem::path folder = std::filesystem::path(file).parent_path();
        folder_ = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder_ < 0) return;  // writing will say why
        for (int tries = 0; flock(folder_, LOCK_EX | LOCK_NB) != 0; ++tries) {
            if (errno != EWOULDBLOCK && errno != EINTR) return;  // a disk without locks
            if (tries == 1000) {
                close(folder_);
                throw FileError(file + ": somebody else has been changing codings here for ten seconds; try again");
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock() {
        if (folder_ >= 0) close(folder_);
    }

private:
    int folder_ = -1;
};

/// Writes one change, to the store or to the file of segments and its log, and shows it.
void change_codings(Session& session, const CodingsCommand& command,
                    const std::function<CodingChange(const std::vector<CodingChange>&)>& next) {
    const std::string& path = command.files.front();
    if (is_given_table(session, path))
        throw UsageError(path + " is a table; --action " + command.action + " needs a file");
    const FolderLock lock(path);
    if (command.action != "add" && !std::filesystem::exists(path)) throw FileError(path + ": there is no such file");
    if (is_coding_store(path)) {
        CodingStore store(path);
        const CodingChange change = next(store.changes());
        store.append({change});
        return print_table(session, change_table({change}));
    }
    std::vector<CodingChange> log = changes_of_file(session, path);
    if (std::filesystem::exists(log_beside(path)) && std::filesystem::exists(path)) {
        auto logged = segments_after(log, log_beside(path)), there = read_segments(read_input(session, path));
        std::ranges::sort(logged);
        std::ranges::sort(there);
        if (logged != there)
            throw InputError({path, 0, 0, "the segments are not those of the log " + log_beside(path),
                              "was the file edited by hand? restore it, or remove the log to begin a new one"});
    }
    log.push_back(next(log));
    const Table segments = segment_table(segments_after(log, log_beside(path)));
    // The log first: should the second file fail, the next change says that the two differ.
    write_table(change_table(log), log_beside(path));
    write_table(segments, path);
    print_table(session, change_table({log.back()}));
}

void add_or_remove(Session& session, const CodingsCommand& command, bool adds) {
    if (command.doc.empty() || command.coder.empty() || command.code.empty() || command.end <= command.start)
        throw UsageError("--action " + command.action +
                         " needs --doc, --start, --end (behind the start), --coder and --code");
    const Segment segment{command.doc, command.start, command.end, command.coder, command.code, command.memo};
    if (!command.documents.empty()) check_segments({segment}, lengths_of(session, command), command.documents);
    change_codings(session, command, [&](const std::vector<CodingChange>& log) {
        const std::vector<Segment> present = segments_after(log, command.files.front());
        const bool there = std::ranges::find(present, segment) != present.end();
        if (adds && there) warn(session, "the same coding is there already; it now stands twice");
        if (!adds && !there)
            throw UsageError("there is no such coding to remove; see --action list, and give its memo with --memo");
        return CodingChange{
            static_cast<std::int64_t>(log.size()) + 1, coding_time_now(), command.coder, adds, segment, {}};
    });
}

void undo_change(Session& session, const CodingsCommand& command) {
    change_codings(session, command, [&](const std::vector<CodingChange>& log) {
        return undoing_change(
            log, command.coder.empty() ? std::nullopt : std::optional(command.coder),
            command.change == 0 ? std::nullopt : std::optional(static_cast<std::int64_t>(command.change)),
            coding_time_now());
    });
}

void list_codings(Session& session, const CodingsCommand& command) {
    std::vector<Segment> segments = segments_of(session, command.files.front());
    if (!command.coder.empty()) segments = segments_of_coder(segments, command.coder);
    if (!command.documents.empty()) check_segments(segments, lengths_of(session, command), command.files.front());
    if (segments.empty()) warn(session, "there is no coding");
    print_table(session, segment_table(std::move(segments)));
}

void merge_codings(Session& session, const CodingsCommand& command) {
    if (command.files.size() < 2) throw UsageError("--action merge needs two files or more");
    std::vector<SegmentSource> sources;
    for (const std::string& file : command.files) sources.push_back({file, segments_of(session, file)});
    const MergedSegments merged = merge_segments(sources);
    note(session, std::to_string(merged.segments.size()) + " codings of " + std::to_string(sources.size()) +
                      " files; " + std::to_string(merged.repeated) + " stood in more than one and are kept once");
    if (!merged.conflicts.empty()) {
        warn(session, std::to_string(merged.conflicts.size()) + " conflicts; all their codings are kept" +
                          (command.conflicts.empty() ? " (see them with --conflicts FILE)" : ""));
    }
    if (!command.conflicts.empty()) write_beside(session, conflict_table(merged.conflicts), command.conflicts);
    print_table(session, segment_table(merged.segments));
}

/// Coded sentences as segments.
void segments_from_sentences(Session& session, const CodingsCommand& command) {
    if (command.documents.empty()) throw UsageError("--action sentences needs --documents, where the sentences stand");
    const Table sentences = read_input(session, command.files.front()),
                documents = read_document_table(session, command.documents);
    std::vector<Segment> segments =
        sentence_segments(sentences, documents, sentence_language(command.language, documents), command.coder);
    if (segments.empty()) warn(session, "no sentence has a code");
    print_table(session, segment_table(std::move(segments)));
}

void run_codings(Session& session, const CodingsCommand& command) {
    const std::string& action = command.action;
    if (action == "assign") {
        if (command.documents.empty()) throw UsageError("--action assign needs --documents and --coders");
        return print_table(session,
                           coding_assignment_table(documents_of(session, command).ids, listed(command.coders, ','),
                                                   command.double_share, session.seed));
    }
    if (command.files.empty())
        throw UsageError("name the file of codings: segments.csv, or a store that ends in .sqlite");
    if (action == "merge") return merge_codings(session, command);
    if (command.files.size() > 1) throw UsageError("only --action merge takes more than one file");
    if (action == "add" || action == "remove") return add_or_remove(session, command, action == "add");
    if (action == "undo") return undo_change(session, command);
    if (action == "log") return print_table(session, change_table(changes_of(session, command.files.front())));
    if (action == "list") return list_codings(session, command);
    if (action == "sentences") return segments_from_sentences(session, command);
    const std::vector<Segment> segments = segments_of(session, command.files.front());
    if (action == "matrix") {
        if (segments.empty()) warn(session, "there is no coding");
        return print_table(session, command.show == "codes"
                                        ? code_pair_table(segments, command.within, command.same_coder)
                                        : code_document_table(segments));
    }
    print_table(session, segment_agreement_table(segments, lengths_of(session, command), command.files.front(),
                                                 {listed(command.coders, ','), command.all_text, session.work}));
}

}  // namespace

void add_text_codings(CLI::App& noun, Session& session) {
    auto options = std::make_shared<CodingsCommand>();
    const std::string sample = "tarazy text codings src/text/testdata/sample_segments.csv";
    CLI::App& app = add_command(
        noun, "codings",
        "Codings by people: add, remove and undo with a log of every change; merge coders without losing a coding;\n"
        "code matrices; agreement on coded text and on all text; who codes what, blind.",
        {{sample + " --action matrix --show codes", "which codes meet in the text"},
         {sample + " --action agreement", "how far the coders agree on the coded text"},
         {"tarazy text codings s.sqlite --action add --doc speech --start 10 --end 20 --coder A --code peace",
          "a coding into a store of your own"}},
        session, [&session, options] { run_codings(session, *options); });
    app.add_option("files", options->files,
                   "segments.csv (doc,start,end,coder,code[,memo]) or a store that ends in .sqlite; several to merge");
    app.add_option(
           "--action", options->action,
           "list, add, remove, undo, log, merge, matrix, agreement, assign, sentences (coded sentences as codings)")
        ->check(CLI::IsMember(
            {"list", "add", "remove", "undo", "log", "merge", "matrix", "agreement", "assign", "sentences"}))
        ->capture_default_str();
    app.add_option("--documents", options->documents,
                   "the documents, doc_id,text or a folder of .txt files: their lengths, for checks and for all text");
    app.add_option("--doc", options->doc, "document of the coding to add or remove");
    app.add_option("--start", options->start, "its first code point, from 0");
    app.add_option("--end", options->end, "the first code point behind it");
    app.add_option("--coder", options->coder,
                   "who codes; with list only this coder's codings, blind to others; with sentences who gave the codes "
                   "where the table does not say");
    app.add_option("--code", options->code, "its code");
    app.add_option("--memo", options->memo, "a remark on it");
    app.add_option("--change", options->change, "number of the change to undo; the newest (of --coder) by default");
    app.add_option("--conflicts", options->conflicts, "with merge: file for the list of conflicts");
    app.add_option("--show", options->show, "with matrix: documents (code x document) or codes (code x code)")
        ->check(CLI::IsMember({"documents", "codes"}))
        ->capture_default_str();
    app.add_option("--within", options->within, "with codes: nearby means fewer code points than this between them")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000'000}))
        ->capture_default_str();
    app.add_flag("--same-coder", options->same_coder, "with codes: only pairs of one coder");
    app.add_option("--coders", options->coders, "with agreement and assign: A,B,..");
    app.add_flag("--all-text", options->all_text,
                 "with agreement: also Cohen's kappa over all text, which grows with the text that nobody coded");
    add_sentence_language_option(app, options->language);
    app.add_option("--double", options->double_share, "with assign: share of documents that two people code")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
}

}  // namespace tarazy
