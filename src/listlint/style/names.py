"""Proper names of the field and how they are written. Knows no document.

A line is `NAME | other accepted spelling = misspelling, misspelling`: any other case of the name, of what is accepted and of the
misspellings is a fault. A misspelling has the same letters and digits as the name, or else there is nothing to repair by machine.
`NAME ~ word word` is a name that is an English word, too: only before one of these words is it the name (`@`: one of `PRODUCT`).
Sources: how the projects write themselves on their own sites.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from listlint.records import dataclass

PRODUCT: Final = frozenset(
    """api apis app apps client clients cli component components developer developers editor engine extension extensions framework
    frameworks ide library libraries package packages plugin plugins sdk server servers template templates tutorial tutorials
    workspace""".split()  # noqa: SIM905 - words read better so
)
"""What follows the name of a product rather than an English word."""

PLAIN: Final = """
Airbnb
Amazon Web Services
Android
AngularJS
Ansible
Apache
Arduino
arXiv
ASP.NET
AutoCAD
AWS
Bitbucket
BitTorrent
ChatGPT = chat gpt
Chinese
CircleCI
ClickHouse
Cloudflare
CloudFormation
CloudFront
CockroachDB
CocoaPods
CodePen
CoffeeScript
CouchDB
Coursera
DALL·E
Debian
DeepMind
DevOps
DigitalOcean
Django
Docker
Dribbble
Dropbox
Drupal
DynamoDB
eBay
edX
Elasticsearch = elastic search
Emacs
English
Erlang
ESLint
Ethereum
Evernote
Facebook
FFmpeg
Firefox
FreeBSD
freeCodeCamp
GeeksforGeeks
GitBook
GitHub = git hub
GitLab = git lab
Gmail
GNOME
GoLand
Google
Google Play
Grafana
GraphQL = graph ql
Hacker News = hackernews
HackerOne
HackerRank
Hadoop
HashiCorp
Haskell
Heroku
HomeKit
Hugging Face | HuggingFace = huggingface
ImageNet
InfluxDB
Instagram
IntelliJ
iOS
IoT
iPad
iPadOS
iPhone
Japanese
Java Virtual Machine
JavaScript = java script
Jenkins
JetBrains
jQuery
JSFiddle
JUnit
Jupyter
K8s
Kafka
Kaggle
Keras
Kickstarter
Korean
Kotlin
Kubernetes
LangChain
Laravel
LeetCode
LinkedIn
Linux
LLVM
macOS = mac os
macOS = osx, os x, mac os x, mac osx
Magento
MariaDB
MATLAB
Matplotlib | matplotlib
Memcached | memcached
Microsoft
MikroTik
MinIO
MongoDB = mongo db
Mozilla
MySQL
NativeScript
Neo4j
NestJS
NetBSD
Netflix
Next.js = nextjs, next js
nginx | NGINX | Nginx
NixOS
Node.js = nodejs, node js
npm
NumPy
Nuxt.js | Nuxt = nuxtjs
NVIDIA | Nvidia
OAuth
Objective-C = objectivec, objective c
OneDrive
OneNote
OpenAI
OpenBSD
OpenCV
OpenGL
OpenShift
OpenSSL
OpenStack
OpenStreetMap = open street map
openSUSE
OpenVPN
PayPal
Perl
Photoshop
PHP
phpMyAdmin
PhpStorm
Pinterest
PlayStation
PostCSS
Postgres
PostgreSQL = postgre sql
PowerPoint
PowerShell = power shell
Product Hunt = producthunt
ProtonMail | Proton Mail
PyCharm
PyPI | PyPi
Python
PyTorch
Qt Creator
QuickTime
RabbitMQ
Raspberry Pi = raspberrypi
React Native = reactnative
ReactJS
Reddit
Redis
Redux
RethinkDB
RStudio
Russian
RxJS
scikit-learn | Scikit-learn | Scikit-Learn
SciPy
ScyllaDB
SendGrid
SharePoint
Shopify
SketchUp
SoundCloud
SourceForge
Spotify
SQL Server
SQLite
Stack Overflow = stackoverflow
StackBlitz
StackExchange | Stack Exchange
SVG
SwiftUI
Telegram
TensorBoard
TensorFlow = tensor flow
Terraform
Three.js | three.js
TikTok
Trello
Tumblr
Twitter
TypeScript = type script
Ubuntu
Udacity
Udemy
UIKit
Unix | UNIX
Unreal Engine
Unsplash
Vimeo
VirtualBox
Visual Studio
VMware
VS Code | VSCode | Visual Studio Code
VSCodium
Vue.js = vuejs, vue js
W3Schools
Wasm | WASM
WebAssembly = web assembly
WebGL
WebKit
WebRTC
WebSocket
WebSockets
WebStorm
WeChat
WhatsApp
Wikimedia
Wikipedia
WireGuard
WordPress
Xbox
Xcode
XGBoost
YouTube = you tube
Zapier
ZeroMQ
Zookeeper | ZooKeeper
"""

TOLD: Final = """
Angular ~ @ cli app component components directive directives material universal
Alpine ~ linux docker
Asana ~ @ project projects task tasks
Atom ~ @ text
Babel ~ @ preset presets transpiler
Blender ~ addon addons add-on
Chrome ~ browser devtools extension extensions
Discord ~ @ bot bots channel channels
Eclipse ~ @ foundation rcp
Electron ~ @ app apps
Insomnia ~ rest
Jasmine ~ test tests
Jest ~ @ test tests testing matchers
Java ~ @ developer developers virtual
LaTeX ~ class classes document documents editor editors equations template templates
Llama ~ 2 3
Mercurial ~ repository repositories
Mocha ~ @ test tests
.NET ~ core standard runtime
Notion ~ @ database databases page pages
Obsidian ~ @ vault vaults
Parcel ~ bundler
React ~ @ hook hooks router native renderer
Rails ~ @ api application applications
Rider ~ ide
Ruby ~ @ gem gems
Rust ~ @ compiler crate crates bindings
Sketch ~ @
Slack ~ @ bot bots channel channels community team
Spring ~ @ boot cloud mvc security
Svelte ~ @ store stores
Swift ~ @ compiler
Unity ~ @ asset assets project projects shader shaders
Webpack | webpack ~ @
Windows ~ registry xp
Zoom ~ @ meeting meetings call calls
"""

TITLES: Final = frozenset(
    """alpine atom babel blender eclipse insomnia jasmine jest llama mercurial mocha notion obsidian parcel react rider
    slack svelte""".split()  # noqa: SIM905 - words read better so
)
"""Names that are English words, and names again where one is a title of its own."""


@dataclass(frozen=True, slots=True)
class ProperName:
    """A name and how it is told."""

    name: str
    accepted: tuple[str, ...]
    """Every right way to write it, `name` first."""
    before: frozenset[str] = frozenset()
    """Where it is an English word, too: the words before which it's the name."""


Names = dict[str, tuple[tuple[str, ProperName], ...]]
"""By the first word of a spelling, in small letters: the spellings that begin with it, longest first, and their names."""


def read(line: str) -> tuple[ProperName, tuple[str, ...]]:
    """The name of a line and all its spellings, in small letters."""
    line, _, words = line.partition("~")
    line, _, wrong = line.partition("=")
    accepted = tuple(part.strip() for part in line.split("|") if part.strip())
    told = frozenset(words.split())
    told = (told - {"@"}) | PRODUCT if "@" in told else told
    spellings = (*accepted, *(part.strip() for part in wrong.split(",") if part.strip()))
    return ProperName(accepted[0], accepted, told), tuple(dict.fromkeys(part.lower() for part in spellings))


@cache
def table(extra: tuple[str, ...] = (), ignored: tuple[str, ...] = ()) -> Names:
    """Every name of this file and of `extra` lines, which go before, but the `ignored` ones."""
    left = {name.casefold() for name in ignored}
    known: dict[str, ProperName] = {}
    for line in (*extra, *PLAIN.split("\n"), *TOLD.split("\n")):
        if not line.strip(" |~="):
            continue
        name, spellings = read(line)
        if name.name.casefold() not in left:
            for spelling in spellings:
                known.setdefault(spelling, name)
    found: dict[str, list[tuple[str, ProperName]]] = {}
    for spelling in sorted(known, key=len, reverse=True):
        found.setdefault(first_word(spelling), []).append((spelling, known[spelling]))
    return {word: tuple(spellings) for word, spellings in found.items()}


def first_word(spelling: str) -> str:
    """The letters and digits that `spelling` begins with, a leading full stop left out."""
    spelling = spelling.lstrip(".")
    end = next((at for at, char in enumerate(spelling) if not (char.isascii() and char.isalnum())), len(spelling))
    return spelling[:end]
