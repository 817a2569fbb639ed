// What a page of `tarazy serve` waits for: a page of a table, one coding written, all codings of a document, the desk
// of a study with many codings, a text that changed after it was coded.

#include "serve/coding/coding_routes.hpp"
#include "serve/request.hpp"
#include "serve/served_folder.hpp"
#include "serve/served_place.hpp"
#include "serve/tables/table_routes.hpp"
#include "serve/workspace/workspace.hpp"

#include <benchmark/benchmark.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>

namespace {

using namespace tarazy;
using nlohmann::json;
namespace fs = std::filesystem;

/// A study with a text of `codings` numbered sentences, each of them coded.
class CodedStudy {
public:
    explicit CodedStudy(std::size_t codings)
        : folder_(fs::temp_directory_path() / ("tarazy-serve-bench-" + std::to_string(::getpid()))) {
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "documents");
        std::ofstream(folder_ / "study.toml") << "[study]\n";
        for (std::size_t i = 0; i < codings; ++i) text_ += "Sentence number " + std::to_string(100'000 + i) + ". ";
        std::ofstream(folder_ / "documents/text.txt") << text_;
        workspace_ = std::make_unique<Workspace>((folder_ / "workspace.sqlite").string());
        routes_ = coding_routes();
        post("code", {{"who", "A"}, {"do", "create"}, {"code", "peace"}});
        code_ = get("desk")["codes"][0]["key"];
        json add = json::array();
        for (std::size_t i = 0; i < codings; ++i) add.push_back(place(i * 24, i * 24 + 22));
        post("codings", {{"who", "A"}, {"add", add}});
    }
    CodedStudy(const CodedStudy&) = delete;
    CodedStudy& operator=(const CodedStudy&) = delete;
    ~CodedStudy() {
        workspace_.reset();
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    json place(std::size_t start, std::size_t end) const {
        return {{"doc", "text"}, {"start", start}, {"end", end}, {"code", code_}};
    }
    void change_text() const { std::ofstream(folder_ / "documents/text.txt") << "A sentence in front. " << text_; }
    json get(const std::string& name) { return ask("GET", name, ""); }
    json post(const std::string& name, const json& body) { return ask("POST", name, body.dump()); }

private:
    json ask(const std::string& method, const std::string& name, const std::string& body) {
        Request request{method, "/api/coding/" + name, {{"who", "A"}, {"doc", "text"}}, body, "t", {}};
        request.study = {folder_.string(), (folder_ / "study.toml").string(), workspace_.get(), ""};
        for (const Route& route : routes_)
            if (route.method == method && route.path == request.path) return json::parse(route.handle(request).body);
        return nullptr;
    }
    fs::path folder_;
    std::string text_, code_;
    std::unique_ptr<Workspace> workspace_;
    Routes routes_;
};

/// @param state  codings that are there already
void one_coding_written(benchmark::State& state) {
    CodedStudy study(static_cast<std::size_t>(state.range(0)));
    std::size_t end = 1;
    for (auto _ : state)
        benchmark::DoNotOptimize(study.post("codings", {{"who", "A"}, {"add", {study.place(0, end++)}}}));
}
BENCHMARK(one_coding_written)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

void one_coding_undone(benchmark::State& state) {
    CodedStudy study(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        study.post("codings", {{"who", "A"}, {"add", {study.place(0, 5)}}});
        benchmark::DoNotOptimize(study.post("undo", {{"who", "A"}}));
    }
}
BENCHMARK(one_coding_undone)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

void codings_of_a_document(benchmark::State& state) {
    CodedStudy study(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(study.get("codings"));
}
BENCHMARK(codings_of_a_document)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

void desk_of_a_study(benchmark::State& state) {
    CodedStudy study(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(study.get("desk"));
}
BENCHMARK(desk_of_a_study)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

/// The first request after the text was changed; later ones know the places.
void codings_found_again(benchmark::State& state) {
    for (auto _ : state) {
        state.PauseTiming();
        auto study = std::make_unique<CodedStudy>(static_cast<std::size_t>(state.range(0)));
        study->change_text();
        state.ResumeTiming();
        benchmark::DoNotOptimize(study->get("codings"));
        state.PauseTiming();
        study.reset();
        state.ResumeTiming();
    }
}
BENCHMARK(codings_found_again)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond)->Iterations(1);

/// @param state  rows of the table; the first page reads it, later ones have it
void page_of_a_table(benchmark::State& state) {
    const fs::path folder = fs::temp_directory_path() / ("tarazy-table-bench-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    {
        std::ofstream file(folder / "t.csv");
        file << "state,year,value\n";
        for (std::int64_t i = 0; i < state.range(0); ++i) file << "KAZ," << 1900 + i % 120 << ',' << i << ".5\n";
    }
    ServedPlace place{served_folder(folder.string()), ""};
    const Routes routes = table_routes(place);
    std::size_t first = 0;
    for (auto _ : state) {
        Request request;
        request.query = {{"file", "t.csv"}, {"first", std::to_string(first += 100)}, {"count", "100"}};
        for (const Route& route : routes)
            if (route.path == "/api/table/rows") benchmark::DoNotOptimize(route.handle(request));
    }
    fs::remove_all(folder);
}
BENCHMARK(page_of_a_table)->Arg(1'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
